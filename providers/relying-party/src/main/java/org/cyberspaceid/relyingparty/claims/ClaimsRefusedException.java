package org.cyberspaceid.relyingparty.claims;

/** A request for claims that cannot be served. It carries the problem's code and nothing of the request. */
public final class ClaimsRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RequestProblem problem;

    ClaimsRefusedException(RequestProblem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public RequestProblem problem() {
        return problem;
    }
}
