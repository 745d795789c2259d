package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The state of all programs, written by the supervisor, read by other commands. */
public final class StateFile {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Path path;

	/**
	 * The content of the file.
	 *
	 * @param ready whether the whole suite has come up
	 * @param portOffset of the running suite
	 * @param programs each as it stood when the file was written
	 */
	public record State(boolean ready, int portOffset, List<ProgramStatus> programs) {

		public State {
			programs = List.copyOf(programs);
		}
	}

	public StateFile(Home home) {
		this.path = home.state();
	}

	/**
	 * Writes aside and moves: a reader sees the old state or the new, never half of one.
	 */
	public synchronized void write(State state) throws IOException {
		Path fresh = this.path.resolveSibling("suite.json.new");
		Files.write(fresh, JSON.writeValueAsBytes(state));
		Files.move(fresh, this.path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/** The state last written; empty where there is none. */
	public Optional<State> read() {
		try {
			return Optional.ofNullable(JSON.readValue(Files.readAllBytes(this.path), State.class));
		}
		catch (IOException | JacksonException ex) {
			return Optional.empty();
		}
	}

	public void delete() throws IOException {
		Files.deleteIfExists(this.path);
	}

}
