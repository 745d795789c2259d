package city.plaza.local.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The output of the commands for people: lines on standard output, errors on standard
 * error.
 */
public final class Terminal {

	private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true,
			StandardCharsets.UTF_8);

	private final PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true,
			StandardCharsets.UTF_8);

	private final boolean interactive;

	/**
	 * A terminal.
	 * @param interactive whether the cursor can be moved, so that lines can be written
	 * over
	 */
	public Terminal(boolean interactive) {
		this.interactive = interactive;
	}

	public boolean isInteractive() {
		return this.interactive;
	}

	public void line(String text) {
		this.out.println(text);
	}

	public void error(String text) {
		this.err.println(text);
	}

	void raw(String text) {
		this.out.print(text);
		this.out.flush();
	}

}
