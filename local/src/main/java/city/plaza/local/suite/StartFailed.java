package city.plaza.local.suite;

/** A program of the suite did not come up. */
public final class StartFailed extends Exception {

	private final String program;

	public StartFailed(String program) {
		super(program + " did not come up");
		this.program = program;
	}

	public String program() {
		return this.program;
	}

}
