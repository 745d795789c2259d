package city.plaza.local.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class PostgresArchiveTests {

	private static final List<String> ARCHIVES = List.of("postgres-linux-x86_64.txz", "postgres-linux-arm_64.txz",
			"postgres-darwin-arm_64.txz", "postgres-darwin-x86_64.txz", "postgres-windows-x86_64.txz");

	@TempDir
	Path directory;

	@ParameterizedTest
	@CsvSource({ "Linux, amd64, postgres-linux-x86_64.txz", "Linux, aarch64, postgres-linux-arm_64.txz",
			"Mac OS X, aarch64, postgres-darwin-arm_64.txz", "Mac OS X, x86_64, postgres-darwin-x86_64.txz" })
	void hasANameForEverySystemThatPlazaRunsOn(String system, String processor, String archive) {
		assertThat(PostgresArchive.nameFor(system, processor)).isEqualTo(archive).isIn(ARCHIVES);
	}

	@ParameterizedTest
	@CsvSource({ "Linux, riscv64", "FreeBSD, ppc64le", "'', ''" })
	void hasNoneForTheOthers(String system, String processor) {
		assertThat(ARCHIVES).doesNotContain(PostgresArchive.nameFor(system, processor));
	}

	@Test
	void isThereForThisSystemAndForNoOther() {
		String ours = PostgresArchive.nameFor(System.getProperty("os.name"), System.getProperty("os.arch"));
		assertThat(ARCHIVES).filteredOn((archive) -> PostgresArchive.class.getResource("/" + archive) != null)
			.containsExactly(ours);
	}

	@Test
	void unpacksFilesDirectoriesLinksAndTheRightToRun() throws IOException {
		unpack(entry("share/", ""), entry("bin/postgres", "program"), entry("lib/libpq.so.5.18", "library"),
				link("lib/libpq.so", "libpq.so.5.18"), link("bin/../lib/up", "../share"));
		assertThat(target("bin/postgres")).isExecutable().hasContent("program");
		assertThat(Files.isExecutable(target("lib/libpq.so.5.18"))).isFalse();
		assertThat(target("lib/libpq.so")).isSymbolicLink().hasContent("library");
		assertThat(target("share")).isDirectory();
	}

	@ParameterizedTest
	@ValueSource(strings = { "../outside", "bin/../../outside", "/tmp/plaza-outside", "a/b/../../../outside" })
	void writesNothingOutside(String name) {
		assertThatIOException().isThrownBy(() -> unpack(entry(name, "evil")))
			.withMessageContaining("points outside")
			.withMessageContaining(name.startsWith("/") ? name.substring(1) : name);
		assertThat(this.directory.resolve("outside")).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/etc", "../outside", "..", "../../etc", "bin/../../outside" })
	void followsNoLinkThatLeadsOutside(String to) throws IOException {
		Path outside = Files.createDirectories(this.directory.resolve("outside"));
		assertThatIOException().isThrownBy(() -> unpack(link("way", to), entry("way/written", "evil")))
			.withMessage("The archive of PostgreSQL points outside: way");
		assertThat(outside).isEmptyDirectory();
	}

	@Test
	void refusesAHardLink() {
		TarArchiveEntry hard = new TarArchiveEntry("passwd", TarConstants.LF_LINK);
		hard.setLinkName("/etc/passwd");
		assertThatIOException().isThrownBy(() -> unpack(new Entry(hard, new byte[0])))
			.withMessageContaining("hard link");
	}

	@Test
	void countsAsUnpackedOnlyOnceItIsWhole() throws Exception {
		byte[] whole = archive(entry("bin/postgres", "program".repeat(1_000)), entry("bin/initdb", "program"));
		Path file = this.directory.resolve("18.6.txz");
		for (int length : new int[] { 0, 1, 12, whole.length / 2, whole.length - 1 }) {
			URL broken = Files.write(file, Arrays.copyOf(whole, length)).toUri().toURL();
			assertThatIOException().as("%d bytes", length)
				.isThrownBy(() -> PostgresArchive.unpackInto(target(""), broken));
		}
		byte[] changed = whole.clone();
		changed[whole.length / 2] ^= 1;
		URL wrong = Files.write(file, changed).toUri().toURL();
		assertThatIOException().as("a bit").isThrownBy(() -> PostgresArchive.unpackInto(target(""), wrong));
		PostgresArchive.unpackInto(target(""), Files.write(file, whole).toUri().toURL());
		assertThat(target("bin/initdb")).hasContent("program");
	}

	/** An update of PostgreSQL changes the version in the archive's address alone. */
	@Test
	void isUnpackedAnewForAnotherVersionAndForNothingElse() throws Exception {
		URL old = Files.write(this.directory.resolve("18.5.txz"), archive(entry("bin/postgres", "old")))
			.toUri()
			.toURL();
		URL fresh = Files.write(this.directory.resolve("18.6.txz"), archive(entry("bin/initdb", "new")))
			.toUri()
			.toURL();
		PostgresArchive.unpackInto(target(""), old);
		Files.writeString(target("bin/postgres"), "in use");
		PostgresArchive.unpackInto(target(""), old);
		assertThat(target("bin/postgres")).hasContent("in use");
		PostgresArchive.unpackInto(target(""), fresh);
		assertThat(target("bin/postgres")).doesNotExist();
		assertThat(target("bin/initdb")).hasContent("new");
	}

	private Path target(String file) {
		return this.directory.resolve("target").resolve(file);
	}

	private void unpack(Entry... entries) throws IOException {
		PostgresArchive.unpack(new ByteArrayInputStream(archive(entries)), Files.createDirectories(target("")));
	}

	private static byte[] archive(Entry... entries) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
			for (Entry entry : entries) {
				tar.putArchiveEntry(entry.head());
				tar.write(entry.content());
				tar.closeArchiveEntry();
			}
		}
		return bytes.toByteArray();
	}

	private static Entry entry(String name, String content) {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		TarArchiveEntry head = new TarArchiveEntry(name, true);
		head.setSize(bytes.length);
		head.setMode(name.startsWith("bin/") ? 0100755 : 0100644);
		return new Entry(head, bytes);
	}

	private static Entry link(String name, String to) {
		TarArchiveEntry head = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
		head.setLinkName(to);
		return new Entry(head, new byte[0]);
	}

	private record Entry(TarArchiveEntry head, byte[] content) {
	}

}
