package city.plaza.local.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class ApplicationTests {

	@TempDir
	Path repository;

	@Test
	void findsTheJarOfItsModuleAmongOthers() throws IOException {
		Path target = Files.createDirectories(this.repository.resolve("portal/target"));
		for (String jar : new String[] { "plaza-portal-1.0-sources.jar", "plaza-portal-1.0-tests.jar",
				"other-1.0.jar" }) {
			Files.createFile(target.resolve(jar));
		}
		assertThat(Application.of(this.repository, "portal").isBuilt()).isFalse();
		Path jar = Files.createFile(target.resolve("plaza-portal-1.0.jar"));
		assertThat(Application.of(this.repository, "portal").jar()).isEqualTo(jar);
		assertThat(Application.of(this.repository, "portal").isBuilt()).isTrue();
	}

	/**
	 * A new version leaves the jar of the one before, in whichever order they are listed.
	 */
	@ParameterizedTest
	@CsvSource({ "1.0, 1.1", "1.1, 1.0", "0.9, 0.10", "0.10, 0.9", "1.0-SNAPSHOT, 1.0" })
	void findsTheJarThatWasBuiltLast(String before, String now) throws IOException {
		Path target = Files.createDirectories(this.repository.resolve("portal/target"));
		Path old = Files.createFile(target.resolve("plaza-portal-" + before + ".jar"));
		Files.setLastModifiedTime(old, FileTime.fromMillis(1_000));
		Path jar = Files.createFile(target.resolve("plaza-portal-" + now + ".jar"));
		Files.setLastModifiedTime(jar, FileTime.fromMillis(2_000));
		assertThat(Application.of(this.repository, "portal").jar()).isEqualTo(jar);
	}

	@Test
	void isUnpackedAnewOnlyForAnotherJar() throws Exception {
		Application application = new Application(jar("one"), this.repository.resolve("unpacked/one"));
		application.unpack();
		Path cache = Files.writeString(application.directory().resolve("classes.aot"), "of this jar");
		application.unpack();
		assertThat(cache).exists();
		new Application(jar("another"), application.directory()).unpack();
		assertThat(cache).as("the cache of the jar before").doesNotExist();
		Files.writeString(application.directory().resolve("stamp"), "half of a st");
		Files.writeString(cache, "of a start that was killed");
		application.unpack();
		assertThat(cache).doesNotExist();
	}

	@Test
	void leavesTheBuildThatAnotherSuiteRunsFromAndRemovesTheOthers() throws Exception {
		Application before = new Application(jar("one"), this.repository.resolve("unpacked/one"));
		before.unpack();
		Path unused = Files.createDirectories(this.repository.resolve("unpacked/old/lib"));
		Path early = Files.createFile(this.repository.resolve("unpacked/stamp"));
		Application now = new Application(jar("two"), this.repository.resolve("unpacked/two"));
		now.unpack();
		assertThat(before.directory().resolve("stamp")).exists();
		assertThat(now.directory().resolve("stamp")).exists();
		assertThat(unused.getParent()).doesNotExist();
		assertThat(early).doesNotExist();
	}

	@Test
	void hasADirectoryForEachBuild() throws IOException {
		Path jar = Files.writeString(
				Files.createDirectories(this.repository.resolve("portal/target")).resolve("plaza-portal-1.jar"), "1");
		Path first = Application.of(this.repository, "portal").directory();
		assertThat(Application.of(this.repository, "portal").directory()).isEqualTo(first);
		Files.writeString(jar, "12");
		assertThat(Application.of(this.repository, "portal").directory()).isNotEqualTo(first);
		assertThat(first.getParent()).isEqualTo(this.repository.resolve("local/target/suite/portal"));
	}

	@Test
	void saysWhereTheReasonStandsWhereItCannotBeUnpacked() throws IOException {
		Path jar = Files.writeString(this.repository.resolve("plaza-portal-1.jar"), "PK, but half of it");
		Application application = new Application(jar, this.repository.resolve("unpacked/one"));
		for (int attempt = 0; attempt < 2; attempt++) {
			assertThatIOException().isThrownBy(application::unpack)
				.withMessage("unpacking failed, see " + this.repository.resolve("unpacked/one/extract.log"));
		}
		assertThat(this.repository.resolve("unpacked/one/extract.log")).isNotEmptyFile();
	}

	@Test
	void isNotBuiltWithoutATarget() throws IOException {
		assertThat(Application.of(this.repository, "gateway").isBuilt()).isFalse();
	}

	/** A jar whose program does nothing: that it is called is enough here. */
	private Path jar(String name) throws IOException {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, DoesNothing.class.getName());
		Path jar = this.repository.resolve(name + ".jar");
		String file = DoesNothing.class.getName().replace('.', '/') + ".class";
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
				InputStream program = DoesNothing.class.getResourceAsStream("/" + file)) {
			out.putNextEntry(new JarEntry(file));
			program.transferTo(out);
		}
		return jar;
	}

	static final class DoesNothing {

		private DoesNothing() {
		}

		public static void main(String[] arguments) {
			// The launcher looks at the exit code alone.
		}

	}

}
