package org.cyberspaceid.enrolment;

import java.util.HashMap;
import java.util.Map;
import org.cyberspaceid.liveface.QrPath;
import org.cyberspaceid.liveface.TabAddress;
import org.keycloak.services.Urls;

/** What the hand-off page needs to know. */
final class ReaderPage {
    private ReaderPage() {}

    static Map<String, Object> attributes(Journey journey, long now) {
        ReadingState reading = journey.state().reading();
        HandOffLink link = new HandOffLink(realmBase(journey), reading.handle());
        QrPath qr = QrPath.of(link.scanned());
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("href", link.sameDevice());
        attributes.put("qr", qr.data());
        attributes.put("qrSize", qr.size());
        attributes.put(
                "statusUrl",
                TabAddress.of(
                        journey.context(), EnrolmentResourceFactory.PROVIDER_ID, EnrolmentResourceFactory.STATUS));
        attributes.put("state", reading.visibleAt(now));
        attributes.put("crossDevice", reading.crossDevice());
        attributes.put("expiresInSeconds", Math.max(0, reading.until() - now));
        return attributes;
    }

    private static String realmBase(Journey journey) {
        return Urls.realmIssuer(
                journey.session().getContext().getUri().getBaseUri(),
                journey.context().getRealm().getName());
    }
}
