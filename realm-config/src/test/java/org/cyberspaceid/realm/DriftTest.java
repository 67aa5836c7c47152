package org.cyberspaceid.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class DriftTest {
    @Test
    void namesEachPathThatLeftTheFile() throws JsonProcessingException {
        assertThat(Drift.between(
                        json("{'a':1,'b':true,'o':{'x':'1','y':'2'}}"), json("{'a':2,'b':true,'o':{'x':'1','y':'3'}}")))
                .containsExactly("a", "o.y");
    }

    @Test
    void leavesAloneWhatTheFileDoesNotMention() throws JsonProcessingException {
        assertThat(Drift.between(json("{'a':1}"), json("{'a':1,'deployers':'own'}")))
                .isEmpty();
    }

    @Test
    void comparesListsInAnyOrderAndCountsDoubles() throws JsonProcessingException {
        assertThat(Drift.between(json("{'l':['a','b']}"), json("{'l':['b','a']}")))
                .isEmpty();
        assertThat(Drift.between(json("{'l':['a','b']}"), json("{'l':['a','b','c']}")))
                .containsExactly("l");
        assertThat(Drift.between(json("{'l':['a','a']}"), json("{'l':['a','b']}")))
                .containsExactly("l");
        assertThat(Drift.between(json("{'l':[{'n':1}]}"), json("{'l':[{'n':1,'id':'x'}]}")))
                .isEmpty();
    }

    @Test
    void takesAnAbsentCollectionAsEmptyAndAnAbsentValueAsDrift() throws JsonProcessingException {
        assertThat(Drift.between(json("{'l':[],'o':{}}"), json("{}"))).isEmpty();
        assertThat(Drift.between(json("{'v':false}"), json("{}"))).containsExactly("v");
    }

    @Test
    void mergesMemberByMember() throws JsonProcessingException {
        assertThat(Json.merge((ObjectNode) json("{'a':{'x':1,'y':2},'l':[1]}"), json("{'a':{'y':3},'l':[]}")))
                .isEqualTo(json("{'a':{'x':1,'y':3},'l':[]}"));
    }

    private static JsonNode json(String singleQuoted) throws JsonProcessingException {
        return Json.MAPPER.readTree(singleQuoted.replace('\'', '"'));
    }
}
