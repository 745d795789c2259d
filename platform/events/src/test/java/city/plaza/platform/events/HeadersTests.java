package city.plaza.platform.events;

import java.nio.charset.StandardCharsets;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.ReceiverContext;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.util.context.Context;

import static org.assertj.core.api.Assertions.assertThat;

class HeadersTests {

	private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

	private static final ObservationRegistry REGISTRY = ObservationRegistry.create();

	static {
		// Without a handler nothing is observed.
		REGISTRY.observationConfig().observationHandler((context) -> true);
	}

	private final Headers headers = new RecordHeaders();

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "a\r\nb", "Łódź", "\uD83D\uDE00", "\u202Eevil", "\u0000" })
	void areReadAsTheyWereWritten(String value) {
		CloudEventHeaders.add(this.headers, "ce_subject", value);
		assertThat(CloudEventHeaders.read(this.headers, "ce_subject")).isEqualTo(value);
		assertThat(CloudEventHeaders.read(this.headers, "CE_SUBJECT")).as("names of Kafka are exact").isNull();
	}

	@Test
	void areMissingWhereTheyHoldNothingAndTheLastWhereThereAreSeveral() {
		this.headers.add("ce_id", null);
		assertThat(CloudEventHeaders.read(this.headers, "ce_id")).isNull();
		CloudEventHeaders.add(this.headers, "ce_id", "first");
		CloudEventHeaders.add(this.headers, "ce_id", "last");
		assertThat(CloudEventHeaders.read(this.headers, "ce_id")).isEqualTo("last");
		assertThat(CloudEventHeaders.read(this.headers, "ce_type")).isNull();
	}

	@Test
	void thatAreNotUtf8AreReadNonetheless() {
		this.headers.add("ce_id", new byte[] { (byte) 0xC0, (byte) 0xAF, 'a' });
		assertThat(CloudEventHeaders.read(this.headers, "ce_id")).endsWith("a").contains("\uFFFD");
	}

	@ParameterizedTest
	@CsvSource({ "city.plaza.BillIssued, BillIssued", "BillIssued, BillIssued", "city.plaza., ''",
			"city.plaza, city.plaza", "com.example.BillIssued, com.example.BillIssued",
			"City.Plaza.BillIssued, City.Plaza.BillIssued", "city.plaza.city.plaza.A, city.plaza.A" })
	void nameTheTypeWithoutPlazasPrefix(String header, String type) {
		CloudEventHeaders.add(this.headers, CloudEventHeaders.TYPE, header);
		assertThat(CloudEventHeaders.type(this.headers)).isEqualTo(type);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = TRACE)
	void carryTheTraceOfTheEventThatIsHandled(@Nullable String value) {
		Context context = new Traceparent(value).writeTo(Context.empty());
		assertThat(context.isEmpty()).isEqualTo(value == null);
		assertThat(current(context)).isEqualTo(value);
	}

	@Test
	void carryTheTraceOfTheRequestThatCameIn() {
		Observation request = Observation.createNotStarted("request", () -> received(TRACE), REGISTRY);
		Observation inside = Observation.createNotStarted("inside", REGISTRY).parentObservation(request);
		assertThat(current(Context.of(ObservationThreadLocalAccessor.KEY, request))).isEqualTo(TRACE);
		assertThat(current(Context.of(ObservationThreadLocalAccessor.KEY, inside))).isEqualTo(TRACE);
	}

	@Test
	void carryNoTraceWhereNoneCameIn() {
		Observation bare = Observation.createNotStarted("request", () -> received(null), REGISTRY);
		assertThat(current(Context.of(ObservationThreadLocalAccessor.KEY, bare))).isNull();
		assertThat(current(Context.empty())).isNull();
		Observation nothing = Observation.createNotStarted("request",
				() -> new ReceiverContext<String>((carrier, key) -> carrier), REGISTRY);
		assertThat(current(Context.of(ObservationThreadLocalAccessor.KEY, nothing))).isNull();
	}

	@Test
	void preferTheTraceOfTheEventToThatOfTheRequest() {
		Observation request = Observation.createNotStarted("request", () -> received("of the request"), REGISTRY);
		Context context = new Traceparent(TRACE).writeTo(Context.of(ObservationThreadLocalAccessor.KEY, request));
		assertThat(current(context)).isEqualTo(TRACE);
	}

	private static ReceiverContext<Headers> received(@Nullable String trace) {
		ReceiverContext<Headers> received = new ReceiverContext<>(CloudEventHeaders::read);
		Headers carrier = new RecordHeaders();
		if (trace != null) {
			carrier.add("traceparent", trace.getBytes(StandardCharsets.UTF_8));
		}
		received.setCarrier(carrier);
		return received;
	}

	private static @Nullable String current(Context context) {
		Traceparent trace = Traceparent.current().contextWrite(context).block();
		assertThat(trace).isNotNull();
		return trace.value();
	}

}
