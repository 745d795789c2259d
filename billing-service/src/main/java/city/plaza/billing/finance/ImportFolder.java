package city.plaza.billing.finance;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import city.plaza.platform.problem.Problem;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * The folder that files are put into to be imported. Several instances may share it: each
 * step is one renaming, which one of them wins. Blocks.
 */
@Component
class ImportFolder {

	private final Optional<Path> folder;

	private final DataSize limit;

	ImportFolder(FolderSettings settings, FinanceSettings limits) {
		this.folder = settings.path();
		this.limit = limits.uploadLimit();
	}

	/**
	 * Takes the next file, unless one is taken already: by this instance, by another one,
	 * or by one that is gone.
	 * @return the first that is taken; empty where there is none, or no folder
	 * @throws IOException if the folder cannot be used
	 */
	Optional<TakenFile> next() throws IOException {
		if (this.folder.isEmpty()) {
			return Optional.empty();
		}
		Path root = this.folder.get();
		for (Place place : Place.values()) {
			create(root.resolve(place.folder()));
		}
		Optional<TakenFile> taken = taken(root);
		Optional<Path> waiting = taken.isPresent() ? Optional.empty() : waiting(root);
		if (waiting.isEmpty()) {
			return taken;
		}
		String name = TakenFile.nameOf(ImportId.random(), waiting.get().getFileName().toString());
		move(waiting.get(), root.resolve(Place.TAKEN.folder()).resolve(name));
		// Another instance may have taken one that goes before it.
		return taken(root);
	}

	/**
	 * What is to be imported of a file.
	 * @return the same as of an upload
	 * @throws IOException if it cannot be looked at
	 * @throws city.plaza.platform.problem.ProblemException {@code unknown-kind},
	 * {@code unreadable-file}, {@code file-too-large}
	 */
	Upload open(TakenFile file) throws IOException {
		ImportKind kind = TakenFile.kindOf(file.name())
			.orElseThrow(() -> refused("unknown-kind",
					"The name must begin with what is in the file: customers.csv or customers-ANYTHING.csv, "
							+ "and the same with bills, postings and adjustments."));
		if (Files.size(file.path()) > this.limit.toBytes()) {
			throw ImportProblems.tooLarge(this.limit).asException();
		}
		if (!Files.isReadable(file.path())) {
			throw refused("unreadable-file",
					"The service may not read the file. Give its user the permission, then put it here again.");
		}
		return new Upload(kind, file.name(), false, file.path());
	}

	/**
	 * The file is a run of the database.
	 * @return whether this instance put it away
	 * @throws IOException if it stays where it is
	 */
	boolean accepted(TakenFile file) throws IOException {
		return move(file.path(), beside(file, Place.ACCEPTED));
	}

	/**
	 * Nothing of the file is imported. The reason stands beside it, and before it.
	 * @return whether this instance put it away
	 * @throws IOException if it stays where it is
	 */
	boolean refused(TakenFile file, Problem problem) throws IOException {
		if (!Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)) {
			return false;
		}
		Path target = beside(file, Place.REFUSED);
		Files.writeString(target.resolveSibling(target.getFileName() + ".txt"), reason(file, problem));
		return move(file.path(), target);
	}

	private static String reason(TakenFile file, Problem problem) {
		StringBuilder text = new StringBuilder(file.name()).append(" was not imported.\ncode: ")
			.append(problem.code())
			.append("\nreason: ")
			.append(problem.detail())
			.append('\n');
		problem.errors()
			.forEach((error) -> text.append(error.field())
				.append(": ")
				.append(error.code())
				.append(", ")
				.append(error.message())
				.append('\n'));
		return text.toString();
	}

	private static Optional<TakenFile> taken(Path root) throws IOException {
		return files(root.resolve(Place.TAKEN.folder())).stream()
			.flatMap((path) -> TakenFile.of(path).stream())
			.min(Comparator.comparing(TakenFile::name, TakenFile.ORDER).thenComparing(TakenFile::path));
	}

	private static Optional<Path> waiting(Path root) throws IOException {
		return files(root).stream()
			.filter((path) -> TakenFile.mayBeTaken(path.getFileName().toString()))
			.min(Comparator.comparing((path) -> path.getFileName().toString(), TakenFile.ORDER));
	}

	/** What a link points to was put there by somebody else. */
	private static List<Path> files(Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.filter((path) -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList();
		}
	}

	/** Never the folder itself: it may be a disk that is not there at the moment. */
	private static void create(Path folder) throws IOException {
		try {
			if (!Files.isDirectory(folder)) {
				Files.createDirectory(folder);
			}
		}
		catch (FileAlreadyExistsException ex) {
			if (!Files.isDirectory(folder)) {
				throw ex;
			}
		}
	}

	/** Within a disk, at once or not at all. */
	private static boolean move(Path from, Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
			return true;
		}
		catch (NoSuchFileException ex) {
			if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
				throw ex;
			}
			// Another instance was first.
			return false;
		}
	}

	private static Path beside(TakenFile file, Place place) {
		return file.path().resolveSibling(Path.of("..", place.folder())).normalize().resolve(file.path().getFileName());
	}

	private static RuntimeException refused(String code, String detail) {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail).asException();
	}

	/** Where files go. */
	private enum Place {

		TAKEN("taken"), ACCEPTED("accepted"), REFUSED("refused");

		private final String folder;

		Place(String folder) {
			this.folder = folder;
		}

		String folder() {
			return this.folder;
		}

	}

}
