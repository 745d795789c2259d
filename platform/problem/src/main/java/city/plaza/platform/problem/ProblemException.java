package city.plaza.platform.problem;

/** Carries a {@link Problem} out of a reactive chain; holds no stack trace. */
public final class ProblemException extends RuntimeException {

	private final Problem problem;

	ProblemException(Problem problem) {
		super(problem.code() + ": " + problem.detail(), null, false, false);
		this.problem = problem;
	}

	public Problem problem() {
		return this.problem;
	}

}
