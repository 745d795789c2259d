package city.plaza.billing;

import java.io.IOException;
import java.nio.file.Path;

import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import city.plaza.platform.testing.api.AccessMatrix;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class AccessTests {

	@Autowired
	private WebTestClient client;

	@Test
	void everyOperationIsForThoseAloneWhomTheTableNames() throws IOException {
		AccessMatrix.Result result = AccessMatrix.call(this.client, Path.of("src/test/resources/access.txt"),
				(roles) -> TestTokens.staff(roles.toArray(String[]::new)));
		assertThat(result.wrong()).isEmpty();
		assertThat(result.calls()).isGreaterThan(87);
	}

}
