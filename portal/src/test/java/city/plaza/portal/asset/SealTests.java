package city.plaza.portal.asset;

import java.nio.file.Files;
import java.nio.file.Path;

import city.plaza.portal.city.SomeCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "seal.svg, image/svg+xml", "Town.PNG, image/png" })
	void isServedUnderAnAddressOfItsOwn(String name, String type) throws Exception {
		Assets assets = SomeAssets.of(SomeCity.withSeal(file(name, 12 * 1024)));
		String address = assets.path("seal");
		assertThat(address).matches("/assets/seal-[0-9a-f]{12}\\.(svg|png)");
		assertThat(assets.find(address.substring("/assets/".length())).orElseThrow().type()).hasToString(type);
	}

	@ParameterizedTest
	@CsvSource({ "seal.svg, 12289", "seal.gif, 10", "seal, 10" })
	void stopsTheStartWhereItIsNone(String name, int bytes) throws Exception {
		FileSystemResource file = file(name, bytes);
		assertThatIllegalStateException().isThrownBy(() -> SomeAssets.of(SomeCity.withSeal(file)))
			.withMessageContaining(".svg or .png of at most 12 KB")
			.withMessageContaining(name);
	}

	@Test
	void stopsTheStartWhereItIsMissing() {
		FileSystemResource absent = new FileSystemResource(this.directory.resolve("absent.svg"));
		assertThatThrownBy(() -> SomeAssets.of(SomeCity.withSeal(absent))).hasMessageContaining("absent.svg");
	}

	private FileSystemResource file(String name, int bytes) throws Exception {
		return new FileSystemResource(Files.write(this.directory.resolve(name), new byte[bytes]));
	}

}
