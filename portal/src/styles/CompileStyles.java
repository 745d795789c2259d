import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import com.sass_lang.embedded_protocol.OutputStyle;
import de.larsgrefer.sass.embedded.SassCompiler;
import de.larsgrefer.sass.embedded.SassCompilerFactory;

/**
 * A step of the build, run from source: compiles the portal's style sheet against the
 * Sass sources in the WebJar of GOV.UK Frontend, so that no Node is needed and the
 * WebJar stays out of the package.
 */
class CompileStyles {

	private static final String SOURCES = "/dist/";

	/** Arguments: the sheet's source, where to unpack GOV.UK Frontend, the sheet to write. */
	public static void main(String[] args) throws Exception {
		Path source = Path.of(args[0]);
		Path unpacked = Path.of(args[1]);
		Path sheet = Path.of(args[2]);
		if (isFresh(sheet, source.getParent(), Path.of("pom.xml"))) {
			return;
		}
		unpack(webJar(), unpacked);
		try (SassCompiler compiler = SassCompilerFactory.bundled()) {
			compiler.setLoadPaths(List.of(unpacked.toFile()));
			compiler.setOutputStyle(OutputStyle.COMPRESSED);
			compiler.setGenerateSourceMaps(false);
			compiler.setQuietDeps(true);
			compiler.setEmitCharset(false);
			for (String known : List.of("import", "global-builtin", "color-functions", "slash-div")) {
				compiler.addSilenceDeprecation(known);
			}
			String css = compiler.compileFile(source.toFile()).getCss();
			if (css.contains("GDS Transport")) {
				throw new IllegalStateException("The style sheet names a font that only gov.uk may use.");
			}
			Files.createDirectories(sheet.getParent());
			Files.writeString(sheet, css);
		}
	}

	/** The version of GOV.UK Frontend comes from the poms: a changed pom compiles again. */
	private static boolean isFresh(Path sheet, Path sources, Path pom) throws IOException {
		if (!Files.exists(sheet)) {
			return false;
		}
		FileTime compiled = Files.getLastModifiedTime(sheet);
		try (Stream<Path> files = Files.list(sources)) {
			FileTime newest = Stream
				.concat(files, Stream.of(pom, Path.of("..").resolve("pom.xml")).filter(Files::exists))
				.map(CompileStyles::modified)
				.max(Comparator.naturalOrder())
				.orElseThrow();
			return compiled.compareTo(newest) > 0;
		}
	}

	private static FileTime modified(Path file) {
		try {
			return Files.getLastModifiedTime(file);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static Path webJar() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.filter((path) -> path.getFileName() != null && path.getFileName().toString().startsWith("govuk-frontend-"))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The WebJar govuk-frontend is not on the class path."));
	}

	private static void unpack(Path webJar, Path target) throws IOException {
		try (JarFile jar = new JarFile(webJar.toFile())) {
			for (JarEntry entry : jar.stream().filter((each) -> each.getName().endsWith(".scss")).toList()) {
				int start = entry.getName().indexOf(SOURCES);
				if (start < 0) {
					continue;
				}
				Path file = target.resolve(entry.getName().substring(start + SOURCES.length())).normalize();
				if (!file.startsWith(target)) {
					throw new IOException("Unexpected name in " + webJar + ": " + entry.getName());
				}
				Files.createDirectories(file.getParent());
				Files.write(file, jar.getInputStream(entry).readAllBytes());
			}
		}
	}

}
