package org.cyberspaceid.document.fuzz;

/** How a file is built, so that it can be changed without becoming noise. */
public enum Shape {
    /** BER-TLV, DER among it. */
    TLV {
        @Override
        public byte[] edited(byte[] genuine, Script edits, int cap) {
            return new TlvEdits(genuine, cap).apply(edits);
        }
    },
    JSON {
        @Override
        public byte[] edited(byte[] genuine, Script edits, int cap) {
            return new JsonEdits(genuine, cap).apply(edits);
        }
    };

    /** The genuine file, changed. */
    public abstract byte[] edited(byte[] genuine, Script edits, int cap);

    /**
     * The file that an input stands for. A first byte 0 means: the rest is the file. Any other picks the genuine file which the rest edits.
     *
     * @param genuine the folder of genuine files
     * @param cap larger files are cut: the production code never sees them
     */
    public byte[] file(Script input, String genuine, int cap) {
        int mode = input.next();
        if (mode == 0) {
            return input.next(cap);
        }
        return edited(Seeds.genuine(genuine, mode - 1), input, cap);
    }
}
