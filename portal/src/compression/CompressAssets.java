import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;

/**
 * A step of the build, run from source: compresses the portal's fixed files with Brotli, so
 * that the portal needs no native library for it. What it writes is named as the portal's
 * {@code Assets} name the file, by the hash of its content: one of an older content is never
 * found.
 */
class CompressAssets {

	private static final int SMALLEST = 11;

	private static final int HASHED_BYTES = 6;

	private static final String ENDING = ".br";

	/** Arguments: the directory to write to, then each file to compress. */
	public static void main(String[] args) throws IOException {
		Brotli4jLoader.ensureAvailability();
		Path target = Files.createDirectories(Path.of(args[0]));
		Set<Path> current = new HashSet<>();
		for (String file : List.of(args).subList(1, args.length)) {
			Path path = Path.of(file);
			current.add(compress(path.getFileName().toString(), Files.readAllBytes(path), target));
		}
		current.add(compress("signature_pad.js", signaturePad(), target));
		removeAllBut(current, target);
	}

	private static Path compress(String name, byte[] content, Path target) throws IOException {
		int ending = name.lastIndexOf('.');
		Path file = target
			.resolve(name.substring(0, ending) + "-" + hash(content) + name.substring(ending) + ENDING);
		return Files.write(file, Encoder.compress(content, new Encoder.Parameters().setQuality(SMALLEST)));
	}

	private static String hash(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, HASHED_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Of its WebJar, as the portal finds it. */
	private static byte[] signaturePad() throws IOException {
		Path webJar = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.filter((path) -> path.getFileName() != null && path.getFileName().toString().startsWith("signature_pad-"))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The WebJar signature_pad is not on the class path."));
		try (JarFile jar = new JarFile(webJar.toFile())) {
			return jar.getInputStream(jar.stream()
				.filter((entry) -> entry.getName().endsWith("/dist/signature_pad.umd.min.js"))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("There is no signature_pad.umd.min.js in " + webJar)))
				.readAllBytes();
		}
	}

	/** The contents of before, which would only make the jar larger. */
	private static void removeAllBut(Set<Path> current, Path target) throws IOException {
		try (Stream<Path> files = Files.list(target)) {
			for (Path file : files.filter((each) -> each.toString().endsWith(ENDING)).toList()) {
				if (!current.contains(file)) {
					Files.delete(file);
				}
			}
		}
	}

}
