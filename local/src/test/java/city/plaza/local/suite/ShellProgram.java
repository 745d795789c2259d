package city.plaza.local.suite;

import java.util.List;

/**
 * A small real process for tests.
 *
 * @param script for the shell; its name is its mark
 */
record ShellProgram(String name, int port, String script, Layer layer, String mark) implements Program {

	ShellProgram(String name, int port, String script) {
		this(name, port, script, Layer.SERVICE, "");
	}

	@Override
	public List<String> command() {
		return List.of("/bin/sh", "-c", this.script, this.mark.isEmpty() ? this.name : this.mark);
	}

	@Override
	public boolean ready() {
		return true;
	}

}
