package city.plaza.local;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import city.plaza.local.terminal.Terminal;

/** A terminal whose output a test reads. */
public final class Screen {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	private final Terminal terminal;

	public Screen(boolean interactive) {
		this.terminal = new Terminal(interactive, this.out, this.errors);
	}

	public Terminal terminal() {
		return this.terminal;
	}

	/** Everything so far, with what moves the cursor. */
	public String text() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	public List<String> lines() {
		return text().lines().toList();
	}

	public List<String> errors() {
		return this.errors.toString(StandardCharsets.UTF_8).lines().toList();
	}

}
