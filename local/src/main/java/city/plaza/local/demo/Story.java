package city.plaza.local.demo;

import java.util.function.Consumer;

import city.plaza.local.api.UnexpectedAnswer;

/** Tells what happens, a line a step. */
final class Story {

	private final Consumer<String> lines;

	private int steps;

	Story(Consumer<String> lines) {
		this.lines = lines;
	}

	/** A step that went as it should, with what was seen. */
	void tell(String step, String seen) {
		this.steps++;
		this.lines.accept("%3d  %-52s %s".formatted(this.steps, step, seen));
	}

	void title(String title) {
		this.lines.accept("");
		this.lines.accept(title);
	}

	int steps() {
		return this.steps;
	}

	/** Goes on only if this holds. */
	static void require(boolean holds, String otherwise) {
		if (!holds) {
			throw new UnexpectedAnswer(otherwise);
		}
	}

}
