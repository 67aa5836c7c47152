package org.cyberspaceid.document.format;

import static org.cyberspaceid.document.format.MalformedException.unless;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One BER-TLV object (ISO/IEC 7816-4, 5.2.2) as a view of an array. A length is compared with the bytes that are there before anything
 * is allocated, so a file of seven bytes that claims 2 GB costs nothing. Definite lengths and tags of one or two bytes only.
 *
 * @param tag one or two bytes, for example {@code 0x61} or {@code 0x5F1F}
 */
public record Tlv(int tag, byte[] source, int from, int to) {
    private static final int MOST_CHILDREN = 64;
    private static final int MOST_LENGTH_BYTES = 4;

    /**
     * The one object that fills a whole file.
     *
     * @throws MalformedException when the tag differs, or the length is not exactly that of the file
     */
    public static Tlv file(int tag, byte[] file) {
        Tlv object = at(file, 0, file.length);
        unless(object.tag == tag, "another tag");
        unless(object.to == file.length, "bytes after the object");
        return object;
    }

    /** The objects inside, in their order. */
    public List<Tlv> children() {
        List<Tlv> children = new ArrayList<>();
        for (int next = from; next < to; next = children.get(children.size() - 1).to) {
            unless(children.size() < MOST_CHILDREN, "too many objects");
            children.add(at(source, next, to));
        }
        return children;
    }

    /** The first object inside with this tag. */
    public Tlv child(int wanted) {
        return children().stream()
                .filter(c -> c.tag == wanted)
                .findFirst()
                .orElseThrow(() -> new MalformedException("an object is missing"));
    }

    /** A copy of the value. */
    public byte[] value() {
        return Arrays.copyOfRange(source, from, to);
    }

    /** The number of bytes of the value. */
    public int length() {
        return to - from;
    }

    static Tlv at(byte[] bytes, int start, int end) {
        unless(end - start >= 2, "no room for tag and length");
        boolean twoBytes = (bytes[start] & 0x1F) == 0x1F;
        unless(!twoBytes || (end - start >= 3 && bytes[start + 1] >= 0), "the tag is too long");
        int tag = twoBytes ? (bytes[start] & 0xFF) << 8 | bytes[start + 1] : bytes[start] & 0xFF;
        return withLength(tag, bytes, start + (twoBytes ? 2 : 1), end);
    }

    private static Tlv withLength(int tag, byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        int lengthBytes = first < 0x80 ? 0 : first & 0x7F;
        unless(first != 0x80 && lengthBytes <= MOST_LENGTH_BYTES, "the length is indefinite or too long");
        int from = at + 1 + lengthBytes;
        unless(from <= end, "no room for the length");
        long length = lengthBytes == 0 ? first : 0;
        for (int i = at + 1; i < from; i++) {
            length = length << 8 | (bytes[i] & 0xFF);
        }
        unless(length <= end - from, "the length exceeds what is there");
        return new Tlv(tag, bytes, from, from + (int) length);
    }
}
