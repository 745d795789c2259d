package city.plaza.demo;

import java.util.function.Consumer;

import city.plaza.client.Poll;
import city.plaza.client.UnexpectedResponse;

/** Prints what happens, a line a step, and stops at what should not. */
final class Transcript {

	private final Consumer<String> lines;

	private int steps;

	Transcript(Consumer<String> lines) {
		this.lines = lines;
	}

	void title(String title) {
		this.lines.accept("");
		this.lines.accept(title);
	}

	/** A step that went as it should, with its result. */
	void step(String step, Object result) {
		this.steps++;
		this.lines.accept("%3d  %-52s %s".formatted(this.steps, step, result));
	}

	/**
	 * A step whose request has to be refused.
	 * @param code of the problem; empty for whatever it is
	 */
	void refused(String step, int status, String code, Poll.Request<?> request) throws InterruptedException {
		UnexpectedResponse refusal = refusalOf(step, request);
		boolean asExpected = refusal.status() == status && (code.isEmpty() || refusal.code().equals(code));
		require(asExpected, "Not refused with " + status + " " + code + ": " + refusal.getMessage());
		step(step, (status + " " + refusal.code()).strip());
	}

	int steps() {
		return this.steps;
	}

	/** Goes on only if this holds. */
	static void require(boolean holds, String otherwise) {
		if (!holds) {
			throw new StepFailed(otherwise);
		}
	}

	private static UnexpectedResponse refusalOf(String step, Poll.Request<?> request) throws InterruptedException {
		try {
			throw new StepFailed(step + ", but the response was " + request.send());
		}
		catch (UnexpectedResponse refusal) {
			return refusal;
		}
	}

}
