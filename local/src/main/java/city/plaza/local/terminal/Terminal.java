package city.plaza.local.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The output of the commands for people: lines on standard output, errors on standard
 * error.
 */
public final class Terminal {

	private final PrintStream out;

	private final PrintStream err;

	private final boolean interactive;

	/**
	 * A terminal.
	 * @param interactive whether the cursor can be moved, so that lines can be written
	 * over
	 */
	public Terminal(boolean interactive) {
		this(interactive, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
	}

	/**
	 * A terminal elsewhere than on the standard streams.
	 * @param interactive whether the cursor can be moved
	 */
	public Terminal(boolean interactive, OutputStream out, OutputStream err) {
		this.interactive = interactive;
		this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
		this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
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
