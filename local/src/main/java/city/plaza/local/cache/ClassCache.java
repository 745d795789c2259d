package city.plaza.local.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

import city.plaza.local.suite.Home;

/**
 * The JVM's ahead-of-time cache of loaded and linked classes of one program. It halves
 * the time of a start, and is made by a run that ends once the program serves: only what
 * is loaded until then is in it.
 *
 * @param file where the finished cache lies
 */
public record ClassCache(Path file) {

	/** Beside the cache, for which it stands while there is none. */
	private static final String STAMP = "stamp";

	public static ClassCache in(Path directory) {
		return new ClassCache(directory.resolve("classes.aot"));
	}

	/**
	 * That of a program which runs from jars as they are. It has a directory for just
	 * these jars and this Java, for the JVM takes it for no others.
	 * @param directory of the caches of this program
	 */
	public static ClassCache of(Path directory, List<Path> jars) throws IOException {
		StringBuilder stamp = new StringBuilder(System.getProperty("java.vm.version"));
		for (Path jar : jars) {
			stamp.append('\n').append(jar);
			if (Files.exists(jar)) {
				stamp.append(' ').append(Files.size(jar)).append(' ').append(Files.getLastModifiedTime(jar).toMillis());
			}
		}
		String name = UUID.nameUUIDFromBytes(stamp.toString().getBytes(StandardCharsets.UTF_8)).toString();
		return in(directory.resolve(name.substring(0, 8)));
	}

	/** Makes its directory, and removes those of other builds of its program. */
	public void prepare() throws IOException {
		Path directory = directory();
		if (Files.exists(directory.resolve(STAMP))) {
			return;
		}
		Files.createDirectories(directory);
		Files.writeString(directory.resolve(STAMP), "");
		try (DirectoryStream<Path> others = Files.newDirectoryStream(directory.resolveSibling("."),
				(path) -> !path.getFileName().equals(directory.getFileName()))) {
			for (Path other : others) {
				Home.delete(other);
			}
		}
	}

	public boolean exists() {
		return Files.exists(this.file);
	}

	/** The options of a JVM that starts from the cache; none where there is no cache. */
	public List<String> use() {
		return exists() ? List.of("-XX:AOTCache=" + this.file) : List.of();
	}

	/** The options of the JVM whose run makes the cache. */
	public List<String> make() {
		return List.of("-XX:AOTCacheOutput=" + unfinished());
	}

	/** Puts the cache just made in its place: no start ever sees half of one. */
	void finish() throws IOException {
		Files.move(unfinished(), this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private Path directory() {
		return this.file.resolveSibling(".").normalize();
	}

	private Path unfinished() {
		// Another suite may make the same one at the same time.
		return this.file.resolveSibling("unfinished-" + ProcessHandle.current().pid() + ".aot");
	}

}
