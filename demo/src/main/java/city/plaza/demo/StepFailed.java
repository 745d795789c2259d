package city.plaza.demo;

/** A step of the demo did not have the result it should have. */
public final class StepFailed extends RuntimeException {

	StepFailed(String message) {
		super(message);
	}

}
