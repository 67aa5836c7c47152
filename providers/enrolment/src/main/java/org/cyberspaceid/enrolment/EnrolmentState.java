package org.cyberspaceid.enrolment;

import org.cyberspaceid.core.document.DocumentType;
import org.cyberspaceid.core.outcome.Problem;
import org.cyberspaceid.liveface.FaceState;

/**
 * All that is known of one half-finished enrolment. It exists sealed in its row and in memory for the length of a request, and
 * nowhere else. A part that is not reached yet is {@code null}.
 *
 * @param clientId the ISP's client id
 * @param noticeVersion the version of the notice the person agreed to
 * @param deadline the end of the enrolment, in epoch seconds
 * @param faceConsented the separate consent to the face check
 * @param templateConsented another consent of its own: the live face's template is kept with the ID
 * @param documentType the document the person chose
 * @param reading the hand-off to a reader that is under way
 * @param document the verified document
 * @param face the live face check against its portrait
 * @param mobile the number under proof, or proven
 * @param problem the problem whose page is shown in place of the step's own
 * @param recovery set when the person has an ID already and cannot sign in
 * @param hall whether the service-hall page is shown over everything else
 */
record EnrolmentState(
        String clientId,
        String noticeVersion,
        long deadline,
        boolean faceConsented,
        boolean templateConsented,
        DocumentType documentType,
        ReadingState reading,
        DocumentState document,
        FaceState face,
        MobileState mobile,
        Problem problem,
        boolean hall,
        RecoveryState recovery) {

    static EnrolmentState begun(String clientId, String noticeVersion, long deadline) {
        return new EnrolmentState(
                clientId, noticeVersion, deadline, false, false, null, null, null, null, null, null, false, null);
    }

    /** @param keepTemplate the box of its own was ticked */
    EnrolmentState withFaceConsent(boolean keepTemplate) {
        return new EnrolmentState(
                clientId,
                noticeVersion,
                deadline,
                true,
                keepTemplate,
                documentType,
                reading,
                document,
                face,
                mobile,
                problem,
                hall,
                recovery);
    }

    /** A new choice of document starts that step afresh: whatever came from another document is gone. */
    EnrolmentState withDocumentType(DocumentType chosen) {
        return new EnrolmentState(
                clientId,
                noticeVersion,
                deadline,
                faceConsented,
                templateConsented,
                chosen,
                null,
                null,
                null,
                null,
                null,
                false,
                recovery == null ? null : RecoveryState.wanted());
    }

    EnrolmentState withReading(ReadingState next) {
        return new EnrolmentState(
                clientId,
                noticeVersion,
                deadline,
                faceConsented,
                templateConsented,
                documentType,
                next,
                document,
                face,
                mobile,
                problem,
                hall,
                recovery);
    }

    /** A verified document ends its reading. */
    EnrolmentState withDocument(DocumentState verified, FaceState check) {
        return new EnrolmentState(
                clientId,
                noticeVersion,
                deadline,
                faceConsented,
                templateConsented,
                documentType,
                reading,
                verified,
                check,
                mobile,
                problem,
                hall,
                recovery);
    }

    EnrolmentState withFace(FaceState next) {
        return withDocument(document, next);
    }

    EnrolmentState withMobile(MobileState next) {
        return new EnrolmentState(
                clientId,
                noticeVersion,
                deadline,
                faceConsented,
                templateConsented,
                documentType,
                reading,
                document,
                face,
                next,
                problem,
                hall,
                recovery);
    }

    EnrolmentState withProblem(Problem next) {
        return new EnrolmentState(
                clientId,
                noticeVersion,
                deadline,
                faceConsented,
                templateConsented,
                documentType,
                reading,
                document,
                face,
                mobile,
                next,
                false,
                recovery);
    }

    EnrolmentState withHall(boolean shown) {
        return new EnrolmentState(
                clientId,
                noticeVersion,
                deadline,
                faceConsented,
                templateConsented,
                documentType,
                reading,
                document,
                face,
                mobile,
                problem,
                shown,
                recovery);
    }

    EnrolmentState withRecovery(RecoveryState next) {
        return new EnrolmentState(
                clientId,
                noticeVersion,
                deadline,
                faceConsented,
                templateConsented,
                documentType,
                reading,
                document,
                face,
                mobile,
                problem,
                hall,
                next);
    }

    /** Whether the person came because they cannot sign in; {@code null} in a row of before means no. */
    boolean recovers() {
        return recovery != null;
    }

    boolean documentDone() {
        return document != null && document.confirmed();
    }

    boolean faceDone() {
        return documentDone() && face != null && face.passed();
    }

    boolean mobileDone() {
        return faceDone() && mobile != null && mobile.proven();
    }

    @Override
    public String toString() {
        return "EnrolmentState[sealed]";
    }
}
