package org.cyberspaceid.face.engine.challenge;

import org.cyberspaceid.core.outcome.Problem;

/** Why a step was not done in time: what was wrong last says it best. */
final class Lateness {
    private Lateness() {}

    static Problem problem(ChallengeState state, Thresholds thresholds) {
        return switch (state.hint()) {
            case NO_FACE -> Problem.FACE_NONE;
            case ONE_PERSON_ONLY -> Problem.FACE_SEVERAL;
            case COME_CLOSER -> Problem.FACE_TOO_SMALL;
            case MORE_LIGHT, LESS_LIGHT, BLURRED, UNCOVER_FACE -> Problem.FACE_IMAGE_UNUSABLE;
            case HOLD_STILL -> Problem.FACE_CHANGED;
            case NONE, LOOK_STRAIGHT, HEAD_UPRIGHT, TURN_FURTHER ->
                stoodStill(state, thresholds) ? Problem.FACE_NOT_LIVE : Problem.FACE_TOO_SLOW;
        };
    }

    /** A face was there, a turn was asked for, and nothing moved as a head moves: a photo, however it was tilted. */
    private static boolean stoodStill(ChallengeState state, Thresholds thresholds) {
        return state.isTurn()
                && state.progress().judged() > 0
                && state.progress().planarity() < thresholds.planarity();
    }
}
