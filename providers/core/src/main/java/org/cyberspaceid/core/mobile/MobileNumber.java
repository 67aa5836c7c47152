package org.cyberspaceid.core.mobile;

/**
 * A mobile number in E.164 form that a parser has accepted. Its string form is masked, so that it cannot slip into a log.
 *
 * @param e164 for example {@code +8613800138000}: personal data
 */
public record MobileNumber(String e164) {
    public MobileNumber {
        if (!e164.matches("\\+[1-9]\\d{6,14}")) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /** For a page: the last four digits. */
    public String masked() {
        return "*** **** " + e164.substring(e164.length() - 4);
    }

    @Override
    public String toString() {
        return "MobileNumber[***]";
    }
}
