package city.plaza.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class BillOfMaterialsIT {

	/** Versions with known holes that a dependency would bring. */
	private static final List<String> HOLES = List.of("pkg:maven/org.apache.httpcomponents/httpclient@4.5.3");

	@ParameterizedTest
	@ValueSource(strings = { "discovery", "gateway", "identity-service", "account-link-service", "billing-service",
			"notification-service", "portal" })
	void everyJarListsWhatItConsistsOf(String module) throws IOException {
		try (JarFile jar = new JarFile(Jars.of(module).toFile())) {
			ZipEntry entry = jar.getEntry("META-INF/sbom/application.cdx.json");
			assertThat(entry).as("bill of materials").isNotNull();
			List<String> components;
			try (InputStream content = jar.getInputStream(entry)) {
				components = JsonMapper.shared()
					.readTree(content)
					.path("components")
					.valueStream()
					.map((JsonNode component) -> component.path("purl").asString())
					.toList();
			}
			assertThat(components).anyMatch((purl) -> purl.contains("spring-boot@"))
				.noneMatch((purl) -> HOLES.stream().anyMatch(purl::startsWith));
		}
	}

}
