package city.plaza.benchmarks.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a program of the suite was started, so that another can be with the same Java, heap
 * and collector.
 *
 * @param java the executable
 * @param options those that decide about speed: what names the program or where it keeps
 * something is left out
 * @param jar what it runs; empty where it runs no jar
 */
public record Jvm(String java, List<String> options, String jar) {

	private static final List<String> KEPT = List.of("-X", "--enable-native-access");

	static Jvm of(long process) throws IOException {
		ProcessHandle.Info info = ProcessHandle.of(process)
			.map(ProcessHandle::info)
			.orElseThrow(() -> new IOException("Process " + process + " has ended"));
		return of(info.command().orElseThrow(() -> new IOException("Process " + process + " hides its command")),
				info.arguments().orElseThrow(() -> new IOException("Process " + process + " hides its arguments")));
	}

	static Jvm of(String java, String... arguments) {
		int jar = Arrays.asList(arguments).indexOf("-jar");
		List<String> options = Arrays.stream(arguments)
			.limit((jar >= 0) ? jar : arguments.length)
			.filter((argument) -> KEPT.stream().anyMatch(argument::startsWith))
			.toList();
		return new Jvm(java, options, (jar >= 0 && jar + 1 < arguments.length) ? arguments[jar + 1] : "");
	}

	/** The command that runs its own jar once more. */
	public List<String> sameJar(String... arguments) {
		return command(List.of("-jar", this.jar), arguments);
	}

	/** The command that runs a class of the benchmarks. */
	public List<String> mainClass(Class<?> main, String... arguments) {
		return command(List.of("-cp", System.getProperty("java.class.path"), main.getName()), arguments);
	}

	private List<String> command(List<String> program, String... arguments) {
		List<String> command = new ArrayList<>(List.of(this.java));
		command.addAll(this.options);
		command.addAll(program);
		command.addAll(List.of(arguments));
		return command;
	}

}
