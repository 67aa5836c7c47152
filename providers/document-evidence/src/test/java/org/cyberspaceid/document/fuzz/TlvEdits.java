package org.cyberspaceid.document.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Changes objects of a genuine file; what holds them stays well made. */
final class TlvEdits {
    private static final int MOST_EDITS = 12;
    private static final int KINDS = 14;

    /** Objects that parsers treat in their own way: numbers at their ends, algorithms, times, empty things. */
    private static final List<byte[]> ODD = List.of(
            hex("0500"),
            hex("0200"),
            hex("020100"),
            hex("0201FF"),
            hex("02047FFFFFFF"),
            hex("0208FFFFFFFFFFFFFFFF"),
            hex("3000"),
            hex("3100"),
            hex("0400"),
            hex("0300"),
            hex("030108"),
            hex("0600"),
            hex("060180"),
            hex("0603FFFFFF"),
            hex("06072A8648CE3D0201"), // id-ecPublicKey
            hex("06092A864886F70D010101"), // rsaEncryption
            hex("06092A864886F70D01010A"), // id-RSASSA-PSS
            hex("0609608648016503040201"), // SHA-256
            hex("06052B8104000A"), // secp256k1
            hex("170D3939393939393939393939395A"), // a time that is none
            hex("180F39393939313233313233353935395A"),
            hex("A000"),
            hex("8000"),
            hex("2400"),
            hex("0101FF"),
            hex("0A0100"),
            hex("0903800000"), // REAL
            hex("1C0100"), // UniversalString, no whole character
            hex("1E0100")); // BMPString, half a character

    /** Several times what the production code takes, and not so many that we overflow ourselves. */
    private static final int MOST_LEVELS = 120;

    private final List<TlvNode> roots;
    private final int cap;
    private int levels;

    TlvEdits(byte[] genuine, int cap) {
        this.roots = TlvNode.parse(genuine);
        this.cap = cap;
    }

    byte[] apply(Script script) {
        for (int i = 0; i < MOST_EDITS && !script.ended(); i++) {
            List<List<TlvNode>> holders = new ArrayList<>();
            List<TlvNode> nodes = new ArrayList<>();
            collect(roots, holders, nodes);
            if (nodes.isEmpty()) {
                break;
            }
            int kind = script.next() % KINDS;
            int at = script.nextTwo() % nodes.size();
            edit(kind, nodes.get(at), holders.get(at), nodes, script);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        roots.forEach(r -> r.writeTo(out));
        return Arrays.copyOf(out.toByteArray(), Math.min(out.size(), cap));
    }

    private static void collect(List<TlvNode> level, List<List<TlvNode>> holders, List<TlvNode> nodes) {
        for (TlvNode node : level) {
            holders.add(level);
            nodes.add(node);
            collect(node.children, holders, nodes);
        }
    }

    private void edit(int kind, TlvNode node, List<TlvNode> holder, List<TlvNode> nodes, Script script) {
        int place = holder.indexOf(node);
        switch (kind) {
            case 0 -> node.tag = script.next(node.tag.length);
            case 1 -> become(node, script.next(script.next() % 64));
            case 2 -> flip(node, script);
            case 3 -> holder.remove(place);
            case 4 -> repeat(node, holder, place, script.nextTwo());
            case 5 -> holder.add(script.next() % holder.size(), holder.remove(place));
            case 6 -> put(nodes.get(script.nextTwo() % nodes.size()).copy(), holder, place);
            case 7 -> nest(node, holder, place, script.next());
            case 8 -> {
                holder.remove(place);
                holder.addAll(place, node.children);
            }
            case 9 -> node.lie = (short) script.nextTwo() * (script.next() % 2 == 0 ? 1 : 65_536);
            case 10 -> pad(node, script.nextTwo(), (byte) script.next());
            case 11 -> become(node, new byte[0]);
            case 12 -> node.longLength = script.next() % 6 - 1;
            default -> put(TlvNode.parse(ODD.get(script.next() % ODD.size())).get(0), holder, place);
        }
    }

    private static void become(TlvNode node, byte[] value) {
        node.children = new ArrayList<>();
        node.value = value;
    }

    private static void flip(TlvNode node, Script script) {
        int at = script.nextTwo();
        if (node.value.length > 0) {
            node.value = node.value.clone();
            node.value[at % node.value.length] ^= (byte) Math.max(1, script.next());
        }
    }

    private void repeat(TlvNode node, List<TlvNode> holder, int place, int times) {
        int room = (cap - size()) / node.size();
        for (int i = 0; i < Math.min(times, room); i++) {
            holder.add(place, node.copy());
        }
    }

    private void put(TlvNode other, List<TlvNode> holder, int place) {
        if (size() + other.size() < cap) {
            holder.set(place, other);
        }
    }

    private void nest(TlvNode node, List<TlvNode> holder, int place, int wanted) {
        TlvNode outer = node;
        for (int i = 0; i <= wanted && levels < MOST_LEVELS; i++, levels++) {
            outer = TlvNode.sequenceOf(outer);
        }
        holder.set(place, outer);
    }

    private void pad(TlvNode node, int more, byte with) {
        int length = node.value.length;
        node.value = Arrays.copyOf(node.value, length + Math.max(0, Math.min(more, cap - size())));
        Arrays.fill(node.value, length, node.value.length, with);
    }

    private int size() {
        return roots.stream().mapToInt(TlvNode::size).sum();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
