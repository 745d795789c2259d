package city.plaza.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import city.plaza.client.AwaitedInVain;
import city.plaza.client.UnexpectedResponse;

/**
 * What the {@code plaza} script runs: {@code walk} with the options of
 * {@link DemoSettings}, or {@code samples} with the directory of the sample files. The
 * output of {@code ./plaza info --json} comes on standard input. Ends with 0 if all went
 * as it should.
 */
public final class DemoMain {

	private static final int FAILED = 1;

	private static final int NOT_UNDERSTOOD = 2;

	private DemoMain() {
	}

	/** Runs one command. */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		PrintStream error = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
		SuiteDescription suite = SuiteDescription.read(System.in.readAllBytes());
		int code = run(Arrays.asList(arguments), suite, out, error);
		if (code != 0) {
			System.exit(code);
		}
	}

	private static int run(List<String> arguments, SuiteDescription suite, PrintStream out, PrintStream error)
			throws IOException, InterruptedException {
		String command = arguments.isEmpty() ? "" : arguments.getFirst();
		try {
			switch (command) {
				case "walk" ->
					walk(DemoSettings.parse(arguments.subList(1, arguments.size()), System.getenv(), suite), out);
				case "samples" -> new Samples(suite, out::println).load(Path.of(arguments.get(1)));
				default -> {
					return NOT_UNDERSTOOD;
				}
			}
			return 0;
		}
		catch (UsageException ex) {
			error.println(ex.getMessage());
		}
		catch (StepFailed | UnexpectedResponse | AwaitedInVain | IllegalStateException ex) {
			error.println();
			error.println("The " + (command.equals("walk") ? "demo stops here" : "sample data is not complete") + ": "
					+ ex.getMessage());
		}
		return FAILED;
	}

	private static void walk(DemoSettings settings, PrintStream out) throws InterruptedException {
		int steps = new MainJob(settings, out::println).walk();
		out.println();
		out.println("All " + steps + " steps went as they should.");
	}

}
