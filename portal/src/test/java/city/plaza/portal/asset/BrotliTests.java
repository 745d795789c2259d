package city.plaza.portal.asset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import city.plaza.portal.city.SomeCity;
import org.brotli.dec.BrotliInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** What the build compresses. */
class BrotliTests {

	private static final Path SOURCES = Path.of("src/main/resources/assets");

	private static final String SAMPLE_SEAL = "fairhaven-seal.svg";

	private final Assets assets = SomeAssets.of(SomeCity.withNotice());

	@ParameterizedTest
	@MethodSource("fixed")
	void everyFixedFileIsThere(String name) {
		assertThat(asset(this.assets, name).codings()).contains(Coding.BROTLI, Coding.GZIP);
	}

	@ParameterizedTest
	@MethodSource("fixed")
	void itsContentIsThePlainOne(String name) throws IOException {
		Asset asset = asset(this.assets, name);
		assertThat(decoded(asset.content(Coding.BROTLI))).isEqualTo(asset.content(Coding.IDENTITY));
	}

	@ParameterizedTest
	@MethodSource("fixed")
	void itIsSmallerThanAllOthers(String name) {
		Asset asset = asset(this.assets, name);
		assertThat(asset.content(Coding.BROTLI)).hasSizeLessThan(asset.content(Coding.GZIP).length);
		assertThat(asset.content(Coding.GZIP)).hasSizeLessThan(asset.content(Coding.IDENTITY).length);
	}

	@Test
	void whatIsTheCitysOwnIsNot() {
		Assets ofCity = SomeAssets.of(SomeCity.withSeal(new FileSystemResource(SOURCES.resolve(SAMPLE_SEAL))));
		for (String name : List.of("city.css", "seal")) {
			assertThat(asset(ofCity, name).codings()).doesNotContain(Coding.BROTLI);
		}
	}

	@Test
	void nothingIsPackagedThatIsNotServed() throws IOException {
		Resource[] packaged = new PathMatchingResourcePatternResolver().getResources("classpath*:assets/*.br");
		assertThat(packaged).hasSize((int) fixed().count());
		for (Resource file : packaged) {
			String name = Objects.requireNonNull(file.getFilename());
			assertThat(this.assets.find(name.substring(0, name.length() - ".br".length()))).as(name).isPresent();
		}
	}

	/** The sources themselves, so that a new one is not forgotten. */
	static Stream<String> fixed() throws IOException {
		try (Stream<Path> sources = Files.list(SOURCES)) {
			List<String> names = sources.map((file) -> file.getFileName().toString())
				.filter((name) -> !name.equals(SAMPLE_SEAL))
				.toList();
			assertThat(names).contains("portal.js", "signature.js", "passkey.js", "icon.svg");
			return Stream.concat(Stream.of("portal.css", "signature_pad.js"), names.stream());
		}
	}

	private static Asset asset(Assets assets, String name) {
		return assets.find(assets.path(name).substring("/assets/".length())).orElseThrow();
	}

	private static byte[] decoded(byte[] content) throws IOException {
		try (InputStream in = new BrotliInputStream(new ByteArrayInputStream(content))) {
			return in.readAllBytes();
		}
	}

}
