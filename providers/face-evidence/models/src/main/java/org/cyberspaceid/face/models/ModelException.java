package org.cyberspaceid.face.models;

/** A model that must not be used; whoever wanted it does not start. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ModelProblem problem;

    /**
     * Refuses.
     *
     * @param detail for the operator, in English: the field or the file, and what is wrong with it
     */
    public ModelException(ModelProblem problem, String detail) {
        this(problem, detail, null);
    }

    /** Refuses because of something. */
    public ModelException(ModelProblem problem, String detail, Throwable cause) {
        super(problem.code() + ": " + detail, cause);
        this.problem = problem;
    }

    public ModelProblem problem() {
        return problem;
    }
}
