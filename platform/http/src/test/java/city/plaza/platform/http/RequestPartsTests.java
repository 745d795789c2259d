package city.plaza.platform.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** A form that arrives on one thread and is written on another, as fast as both can. */
class RequestPartsTests {

	private static final int PIECES = 50_000;

	private static final String HEAD = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";

	private static final String TAIL = "\r\n--edge--\r\n";

	private static final ResolvableType TYPE = ResolvableType.forClass(PartEvent.class);

	private final Scheduler arriving = Schedulers.newSingle("arriving");

	private final Scheduler writing = Schedulers.newSingle("writing");

	@AfterEach
	void end() {
		this.arriving.dispose();
		this.writing.dispose();
	}

	@RepeatedTest(4)
	void losesAndRepeatsNothing() {
		byte[] received = new RequestParts().read(TYPE, form(), Map.of())
			.windowUntil(PartEvent::isLast)
			.concatMap((part) -> part.publishOn(this.writing, 1).map(RequestPartsTests::text))
			.collect(StringBuilder::new, StringBuilder::append)
			.map((all) -> all.toString().getBytes(StandardCharsets.US_ASCII))
			.block(Duration.ofMinutes(1));
		byte[] sent = IntStream.range(0, PIECES)
			.mapToObj(RequestPartsTests::piece)
			.collect(Collectors.joining())
			.getBytes(StandardCharsets.US_ASCII);
		assertThat(Arrays.mismatch(received, sent)).as("the first byte that differs, or -1").isEqualTo(-1);
	}

	private MockServerHttpRequest form() {
		return MockServerHttpRequest.post("/")
			.contentType(MediaType.parseMediaType("multipart/form-data; boundary=edge"))
			.body(Flux.concat(Flux.just(HEAD), Flux.range(0, PIECES).map(RequestPartsTests::piece), Flux.just(TAIL))
				.<DataBuffer>map((text) -> DefaultDataBufferFactory.sharedInstance
					.wrap(text.getBytes(StandardCharsets.US_ASCII)))
				.publishOn(this.arriving, 1));
	}

	private static String piece(int number) {
		return "%08d,one line\n".formatted(number);
	}

	private static String text(PartEvent event) {
		return event.content().toString(StandardCharsets.US_ASCII);
	}

}
