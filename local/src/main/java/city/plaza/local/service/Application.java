package city.plaza.local.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import city.plaza.local.server.Java;
import city.plaza.local.suite.FileLocks;
import city.plaza.local.suite.Home;

/**
 * A service's jar, unpacked beside the build: it starts in half the time so, and only so
 * a cache of loaded classes can be made of it. Each build has a directory of its own, so
 * that a suite of the same source tree goes on with the build it was started from.
 *
 * @param jar as the build leaves it and production runs it
 * @param directory where it is unpacked
 */
record Application(Path jar, Path directory) {

	private static final String LOCK = "lock";

	/** In a build's directory, locked by each suite that runs from it. */
	private static final String IN_USE = "in-use";

	/** The application that the module of this name builds. */
	static Application of(Path repository, String module) throws IOException {
		Path jar = jar(repository.resolve(module).resolve("target"), module);
		Path builds = repository.resolve("local/target/suite").resolve(module);
		return new Application(jar, builds.resolve(Files.isRegularFile(jar) ? name(stamp(jar)) : "none"));
	}

	/** Whether the module has been built. */
	boolean isBuilt() {
		return Files.isRegularFile(this.jar);
	}

	/**
	 * Unpacks the jar unless that was done already with this very jar and this Java, and
	 * removes the builds that no suite uses any more.
	 */
	void unpack() throws IOException, InterruptedException {
		FileLocks.inTurn(this.directory.resolveSibling(LOCK), () -> {
			unpackOnce();
			FileLocks.use(this.directory.resolve(IN_USE));
			removeOthers();
		});
	}

	private void unpackOnce() throws IOException, InterruptedException {
		Path stamp = this.directory.resolve("stamp");
		String wanted = stamp(this.jar);
		if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
			return;
		}
		Home.delete(this.directory);
		Files.createDirectories(this.directory);
		Process process = new ProcessBuilder(Java.executable(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-Djarmode=tools", "-jar", this.jar.toString(), "extract", "--force", "--destination",
				this.directory.toString())
			.redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("extract.log").toFile())
			.start();
		if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
			process.destroyForcibly();
			throw new IOException("unpacking failed, see " + this.directory.resolve("extract.log"));
		}
		Files.writeString(stamp, wanted);
	}

	private void removeOthers() throws IOException {
		try (DirectoryStream<Path> others = Files.newDirectoryStream(this.directory.toAbsolutePath().getParent(),
				(path) -> !path.getFileName().equals(this.directory.getFileName()) && !path.endsWith(LOCK))) {
			for (Path other : others) {
				if (!FileLocks.isUsed(other.resolve(IN_USE))) {
					Home.delete(other);
				}
			}
		}
	}

	/** The small jar that names all the others in its manifest. */
	Path runnable() {
		return this.directory.resolve(String.valueOf(this.jar.getFileName()));
	}

	private static String stamp(Path jar) throws IOException {
		return jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis() + " "
				+ System.getProperty("java.vm.version");
	}

	private static String name(String stamp) {
		return UUID.nameUUIDFromBytes(stamp.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
	}

	private static Path jar(Path target, String module) throws IOException {
		TreeMap<FileTime, Path> built = new TreeMap<>();
		if (Files.isDirectory(target)) {
			try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "plaza-" + module + "-*.jar")) {
				for (Path jar : jars) {
					if (!String.valueOf(jar.getFileName()).matches(".*-(sources|javadoc|tests)\\.jar")) {
						built.put(Files.getLastModifiedTime(jar), jar);
					}
				}
			}
		}
		// A build of another version leaves the jar of the one before.
		return built.isEmpty() ? target.resolve("plaza-" + module + ".jar") : built.lastEntry().getValue();
	}

}
