package org.cyberspaceid.document.format;

import static org.cyberspaceid.document.format.MalformedException.unless;

/**
 * Looks over untrusted DER before a parser gets it: every length fits into what holds it, the depth and the number of objects are
 * bounded. The parser then cannot be led to deep recursion or large allocations.
 */
public final class DerShape {
    private static final int DEEPEST = 24;
    private static final int MOST_OBJECTS = 8_192;
    private static final int CONSTRUCTED = 0x20;

    private final int most;
    private int objects;

    private DerShape(int most) {
        this.most = most;
    }

    /**
     * Looks over one object that fills the whole array.
     *
     * @throws MalformedException when it is not well shaped
     */
    public static byte[] require(byte[] der) {
        return require(der, MOST_OBJECTS);
    }

    /** As {@link #require(byte[])}, for something that has more objects when it is in order. */
    public static byte[] require(byte[] der, int mostObjects) {
        Tlv outer = Tlv.at(der, 0, der.length);
        unless(outer.to() == der.length, "bytes after the object");
        new DerShape(mostObjects).walk(outer, der[0], 0);
        return der;
    }

    private void walk(Tlv object, byte firstByte, int depth) {
        unless(++objects <= most, "too many objects");
        unless(depth < DEEPEST, "too deep");
        if ((firstByte & CONSTRUCTED) == 0) {
            return;
        }
        for (int next = object.from(); next < object.to(); ) {
            Tlv child = Tlv.at(object.source(), next, object.to());
            walk(child, object.source()[next], depth + 1);
            next = child.to();
        }
    }
}
