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

	private static final String NOT_UP = ". Start Plaza with ./plaza up, or name another by --url ADDRESS.";

	private static final int NOT_UNDERSTOOD = 2;

	private DemoMain() {
	}

	/** Runs one command. */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		PrintStream error = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
		int code = run(Arrays.asList(arguments), System.in.readAllBytes(), out, error);
		if (code != 0) {
			System.exit(code);
		}
	}

	/**
	 * Runs one command.
	 * @param description what {@code ./plaza info --json} printed
	 * @return the exit code
	 */
	static int run(List<String> arguments, byte[] description, PrintStream out, PrintStream error)
			throws InterruptedException {
		String command = arguments.isEmpty() ? "" : arguments.getFirst();
		try {
			switch (command) {
				case "walk" -> walk(DemoSettings.parse(arguments.subList(1, arguments.size()), System.getenv(),
						SuiteDescription.read(description)), out);
				case "samples" -> loadSamples(arguments, SuiteDescription.read(description), out);
				default -> {
					error.println(
							"There are two commands: walk [--url ADDRESS] [--inbox-url ADDRESS], and samples DIRECTORY.");
					return NOT_UNDERSTOOD;
				}
			}
			return 0;
		}
		catch (UsageException ex) {
			error.println(ex.getMessage());
		}
		catch (UnexpectedResponse ex) {
			stopped(command, ex.getMessage() + (ex.status() == 0 && command.equals("walk") ? NOT_UP : ""), error);
		}
		catch (StepFailed | AwaitedInVain | IllegalStateException ex) {
			stopped(command, String.valueOf(ex.getMessage()), error);
		}
		catch (IOException ex) {
			stopped(command, ex.toString(), error);
		}
		return FAILED;
	}

	private static void stopped(String command, String reason, PrintStream error) {
		error.println();
		error.println(
				"The " + (command.equals("walk") ? "demo stops here" : "sample data is not complete") + ": " + reason);
	}

	private static void loadSamples(List<String> arguments, SuiteDescription suite, PrintStream out)
			throws IOException, InterruptedException {
		if (arguments.size() < 2) {
			throw new UsageException("samples needs the directory of the sample files after it.");
		}
		new Samples(suite, out::println).load(Path.of(arguments.get(1)));
	}

	private static void walk(DemoSettings settings, PrintStream out) throws InterruptedException {
		int steps = new MainJob(settings, out::println).walk();
		out.println();
		out.println("All " + steps + " steps went as they should.");
	}

}
