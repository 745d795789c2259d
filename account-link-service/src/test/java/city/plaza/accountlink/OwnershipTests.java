package city.plaza.accountlink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import city.plaza.platform.testing.api.AccessMatrix;
import city.plaza.platform.testing.api.OwnershipMatrix;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class OwnershipTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private LinkingFixture linking;

	@Test
	void foreignLinksLookLikeAbsentOnes() throws IOException {
		AccessMatrix.Result result = OwnershipMatrix.call(this.client, Path.of("src/test/resources/access.txt"),
				Map.of("/api/v1/customer-links/{id}", this::link));
		assertThat(result.wrong()).isEmpty();
		assertThat(result.calls()).isGreaterThanOrEqualTo(6);
	}

	private OwnershipMatrix.Owned link() {
		String number = LinkingFixture.newNumber();
		String name = LinkingFixture.newName();
		this.linking.know(number, name, 1, number + "-001");
		UUID before = UUID.randomUUID();
		this.linking.remove(before, this.linking.linked(before, number, name)).expectStatus().isNoContent();
		UUID owner = UUID.randomUUID();
		return new OwnershipMatrix.Owned(this.linking.linked(owner, number, name), UUID.randomUUID().toString(),
				TestTokens.resident(owner), Map.of("another resident", TestTokens.resident(UUID.randomUUID()),
						"somebody linked once", TestTokens.resident(before)));
	}

}
