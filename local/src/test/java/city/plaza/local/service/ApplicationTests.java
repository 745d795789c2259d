package city.plaza.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

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

	@Test
	void isNotBuiltWithoutATarget() throws IOException {
		assertThat(Application.of(this.repository, "gateway").isBuilt()).isFalse();
	}

}
