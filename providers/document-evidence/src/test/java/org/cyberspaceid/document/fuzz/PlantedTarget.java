package org.cyberspaceid.document.fuzz;

import java.util.Map;
import org.cyberspaceid.document.format.MalformedException;

/** Parsers with a fault each, to see that the fuzzer finds it. Their genuine files are those of DG11. */
enum PlantedTarget implements FuzzTarget {
    /** Fails at one tag in 65536, at one place, as a table that lacks an entry would. */
    THROWS_RARELY {
        @Override
        String parse(byte[] file) {
            if (at(file, 0) == 0x6B && at(file, 2) == 0x5C && at(file, 3) == 0x07 && at(file, 5) == 0x99) {
                throw new IllegalStateException("planted");
            }
            return "parsed";
        }
    },
    /** Believes a length before it has looked whether the bytes are there. */
    ALLOCATES_WHAT_IS_CLAIMED {
        @Override
        String parse(byte[] file) {
            if (at(file, 0) == 0x6B && at(file, 1) == 0x83 && at(file, 2) >= 0xF0) {
                return "parsed " + new byte[100 << 20].length;
            }
            return "parsed";
        }
    },
    /** Recurses as deep as the file says. */
    OVERFLOWS_THE_STACK {
        @Override
        String parse(byte[] file) {
            return "depth " + (depth(file, 0) > 3 ? "great" : "small");
        }
    };

    abstract String parse(byte[] file);

    @Override
    public Attempt ready(byte[] input) {
        byte[] file = Shape.TLV.file(new Script(input), "DG11", 8_192);
        return () -> parse(file);
    }

    @Override
    public Map<String, byte[]> starts() {
        return Seeds.starts("DG11");
    }

    private static int at(byte[] file, int place) {
        MalformedException.unless(place < file.length, "too short");
        return file[place] & 0xFF;
    }

    /** Each object of tag 6B holds the next, which begins with its second byte; a loop has no end. */
    private static int depth(byte[] file, int place) {
        return at(file, place) == 0x6B ? 1 + depth(file, at(file, place + 1) == 0 ? place : place + 2) : 0;
    }
}
