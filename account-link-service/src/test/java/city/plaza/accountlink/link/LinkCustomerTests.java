package city.plaza.accountlink.link;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.accountlink.LinkingFixture;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class LinkCustomerTests {

	private final UUID resident = UUID.randomUUID();

	private final String number = LinkingFixture.newNumber();

	private final String name = LinkingFixture.newName();

	@Autowired
	private WebTestClient client;

	@Autowired
	private TestEvents events;

	@Autowired
	private LinkingFixture fixture;

	@BeforeEach
	void knowTheCustomer() {
		this.fixture.know(this.number, this.name, 1, this.number + "-001", this.number + "-002");
	}

	@Test
	void linksByTheCustomerNumberAndPublishesIt() {
		String id = this.fixture.linked(this.resident, this.number, this.name);
		JsonNode event = this.events.await(LinkEvents.TOPIC, "AccountLinked",
				(body) -> body.path("linkId").asString().equals(id));
		GoldenSamples.assertMatches(LinkEvents.TOPIC, "AccountLinked", event);
		assertThat(event.path("residentId").asString()).isEqualTo(this.resident.toString());
		assertThat(event.path("customerNumber").asString()).isEqualTo(this.number);
		assertThat(event.path("customerName").asString()).isEqualTo(this.name);
	}

	@Test
	void keysTheEventByTheLink() {
		String id = this.fixture.linked(this.resident, this.number, this.name);
		this.events.await(LinkEvents.TOPIC, "AccountLinked", (body) -> body.path("linkId").asString().equals(id));
		assertThat(this.events.all(LinkEvents.TOPIC)).filteredOn((event) -> event.key().equals(id))
			.singleElement()
			.satisfies((event) -> assertThat(event.source()).contains("account-link-service"));
	}

	@ParameterizedTest
	@CsvSource({ "'%s'", "'  %s '", "'%s-001'", "'%s-002'", "'%s 001'", "'%s001'" })
	void takesAnyOfTheCustomersNumbersHoweverSpaced(String form) {
		this.fixture.link(this.resident, form.formatted(this.number), this.name.toLowerCase())
			.expectStatus()
			.isCreated()
			.expectBody()
			.jsonPath("$.id")
			.isNotEmpty()
			.jsonPath("$.customerNumber")
			.isEqualTo(this.number)
			.jsonPath("$.name")
			.isEqualTo(this.name)
			.jsonPath("$.location")
			.isEqualTo("123 MAIN ST");
	}

	@Test
	void takesTheNumberInLowerCase() {
		this.fixture.linked(this.resident, this.number.toLowerCase(), this.name);
	}

	@Test
	void forgivesNoSpacingThatCouldMeanTwoCustomers() {
		String one = LinkingFixture.newNumber();
		String other = LinkingFixture.newNumber();
		this.fixture.know(one, this.name, 1, one + "-1-23");
		this.fixture.know(other, LinkingFixture.newName(), 1, one + "-12-3");
		this.fixture.link(this.resident, one + "123", this.name).expectStatus().isEqualTo(422);
		this.fixture.link(this.resident, one + "-1-23", this.name).expectStatus().isCreated();
	}

	@Test
	void findsTheRightHolderOfANumberThatTwoCustomersHave() {
		String other = LinkingFixture.newNumber();
		String otherName = LinkingFixture.newName();
		this.fixture.know(other, otherName, 1, this.number + "-001");
		this.fixture.link(this.resident, this.number + "-001", otherName)
			.expectStatus()
			.isCreated()
			.expectBody()
			.jsonPath("$.customerNumber")
			.isEqualTo(other);
	}

	@Test
	void answersAlikeForAnUnknownNumberAndAWrongName() {
		String unknown = refusal(LinkingFixture.newNumber(), this.name);
		String wrongName = refusal(this.number, LinkingFixture.newName());
		assertThat(wrongName).isEqualTo(unknown);
	}

	/** All of a refusal but the request's id. */
	private String refusal(String typedNumber, String typedName) {
		String body = this.fixture.link(this.resident, typedNumber, typedName)
			.expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		ObjectNode problem = (ObjectNode) JsonMapper.shared().readTree(body);
		assertThat(problem.path("code").asString()).isEqualTo("no-such-customer-account");
		problem.remove("requestId");
		return problem.toString();
	}

	@Test
	void disclosesAnExistingLinkOnlyWhereTheNameIsRightToo() {
		this.fixture.linked(this.resident, this.number, this.name);
		assertThat(LinkingFixture.code(this.fixture.link(this.resident, this.number + "-001", this.name)
			.expectStatus()
			.isEqualTo(HttpStatus.CONFLICT))).isEqualTo("already-linked");
		this.fixture.link(this.resident, this.number, "SOMEBODY ELSE")
			.expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void letsManyResidentsLinkOneCustomer() {
		this.fixture.linked(this.resident, this.number, this.name);
		this.fixture.linked(UUID.randomUUID(), this.number, this.name);
	}

	@Test
	void makesOneLinkOfParallelRequests() {
		List<Integer> answers = IntStream.range(0, 8)
			.parallel()
			.mapToObj((i) -> this.fixture.link(this.resident, this.number, this.name)
				.returnResult(Void.class)
				.getStatus()
				.value())
			.toList();
		assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
		assertThat(this.fixture.links(this.resident)).hasSize(1);
	}

	@Test
	void describesItsApi() {
		this.client.get()
			.uri("/v3/api-docs")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.info.title")
			.isEqualTo("Customer links")
			.jsonPath("$.paths['/api/v1/customer-links'].post.summary")
			.isNotEmpty();
	}

}
