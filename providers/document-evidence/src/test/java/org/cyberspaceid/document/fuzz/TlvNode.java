package org.cyberspaceid.document.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One object of a genuine file, to be changed. Lengths are worked out anew when it is written, unless it lies about its own. */
final class TlvNode {
    private static final int BIT_STRING = 3;
    private static final int OCTET_STRING = 4;

    byte[] tag;
    /** What stands before the children, or all of the value. */
    byte[] value = new byte[0];

    List<TlvNode> children = new ArrayList<>();
    /** Added to the length that is written. */
    int lie;
    /** Bytes of the length beyond what it needs; negative: indefinite. */
    int longLength;

    private TlvNode(byte[] tag) {
        this.tag = tag;
    }

    static TlvNode sequenceOf(TlvNode child) {
        TlvNode sequence = new TlvNode(new byte[] {0x30});
        sequence.children.add(child);
        return sequence;
    }

    /** The objects that fill these bytes; null when they do not. */
    static List<TlvNode> parse(byte[] bytes) {
        List<TlvNode> all = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int tagEnd = at + ((bytes[at] & 0x1F) == 0x1F ? 2 : 1);
            if (tagEnd >= bytes.length) {
                return null;
            }
            int first = bytes[tagEnd] & 0xFF;
            int from = tagEnd + 1 + (first < 0x80 ? 0 : first & 0x7F);
            if (first == 0x80 || from - tagEnd > 4 || from > bytes.length) {
                return null;
            }
            int length = first < 0x80 ? first : 0;
            for (int i = tagEnd + 1; i < from; i++) {
                length = length << 8 | (bytes[i] & 0xFF);
            }
            if (length > bytes.length - from) {
                return null;
            }
            all.add(of(Arrays.copyOfRange(bytes, at, tagEnd), Arrays.copyOfRange(bytes, from, from + length)));
            at = from + length;
        }
        return all;
    }

    /** Looks into what is constructed, and into strings that hold objects: contents, extensions, keys. */
    private static TlvNode of(byte[] tag, byte[] value) {
        TlvNode node = new TlvNode(tag);
        node.value = value;
        int skipped = tag[0] == BIT_STRING ? 1 : 0;
        boolean mayHold = (tag[0] & 0x20) != 0
                || ((tag[0] == OCTET_STRING || tag[0] == BIT_STRING)
                        && value.length > skipped + 2
                        && value[skipped] == 0x30);
        List<TlvNode> inside = mayHold ? parse(Arrays.copyOfRange(value, skipped, value.length)) : null;
        if (inside != null) {
            node.children = inside;
            node.value = Arrays.copyOf(value, skipped);
        }
        return node;
    }

    TlvNode copy() {
        TlvNode copy = new TlvNode(tag);
        copy.value = value;
        copy.lie = lie;
        copy.longLength = longLength;
        children.forEach(c -> copy.children.add(c.copy()));
        return copy;
    }

    /** About as long as what is written. */
    int size() {
        return tag.length
                + 4
                + value.length
                + children.stream().mapToInt(TlvNode::size).sum();
    }

    void writeTo(ByteArrayOutputStream out) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(value);
        children.forEach(c -> c.writeTo(content));
        out.writeBytes(tag);
        if (longLength < 0) {
            out.write(0x80);
            out.writeBytes(content.toByteArray());
            out.write(0);
            out.write(0);
            return;
        }
        int length = content.size() + lie;
        int needed =
                length >= 0 && length < 0x80 ? 0 : length < 0 ? 4 : (39 - Integer.numberOfLeadingZeros(length)) / 8;
        int bytes = longLength > 0 ? Math.max(1, needed) + longLength : needed;
        out.write(bytes == 0 ? length : 0x80 | bytes);
        for (int i = bytes - 1; i >= 0; i--) {
            out.write(i >= 4 ? 0 : length >>> (8 * i));
        }
        out.writeBytes(content.toByteArray());
    }
}
