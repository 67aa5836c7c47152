package org.cyberspaceid.virtual;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * An ICAO 9303 chip.
 *
 * @param sod EF.SOD
 * @param dataGroups the files by data group number
 * @param activeAuthentication the chip's own key; null when it has none
 */
record TravelChip(byte[] sod, Map<Integer, byte[]> dataGroups, ChipKey activeAuthentication) implements VirtualChip {

    @Override
    public byte[] submission(byte[] challenge, String audience) {
        return json(sod, dataGroups, Optional.ofNullable(activeAuthentication).map(key -> key.answer(challenge)));
    }

    static byte[] json(byte[] sod, Map<Integer, byte[]> dataGroups, Optional<byte[]> answer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sod", sod);
        ObjectNode groups = json.putObject("dataGroups");
        dataGroups.forEach((number, file) -> groups.put(Integer.toString(number), file));
        answer.ifPresent(a -> json.put("activeAuthentication", a));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
