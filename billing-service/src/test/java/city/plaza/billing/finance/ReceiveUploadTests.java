package city.plaza.billing.finance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.platform.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** No file is larger than allowed, and all of them together do not fill the disk. */
class ReceiveUploadTests {

	private static final int LIMIT = 1024;

	@TempDir
	private Path uploads;

	private ReceiveUpload receive;

	@BeforeEach
	void open() throws IOException {
		this.receive = new ReceiveUpload(DataSize.ofBytes(LIMIT), this.uploads);
	}

	@Test
	void takesAFileOfTheLimit() {
		Mono<Long> size = this.receive.receive(form(LIMIT),
				(upload) -> Mono.fromCallable(() -> Files.size(upload.file())));
		assertThat(size.block()).isEqualTo(LIMIT);
		await().untilAsserted(() -> assertThat(files()).isEmpty());
	}

	@Test
	void refusesAFileAboveTheLimitAndKeepsNothingOfIt() {
		assertThat(refusal(LIMIT + 1)).isEqualTo("file-too-large");
		await().untilAsserted(() -> assertThat(files()).isEmpty());
	}

	@Test
	void refusesAFileForWhichOthersLeaveNoRoom() {
		Sinks.Empty<String> first = hold();
		Sinks.Empty<String> second = hold();
		await().until(() -> files().size() == 2);
		await().untilAsserted(() -> assertThat(refusal(1)).isEqualTo("temporarily-unavailable"));
		first.tryEmitEmpty();
		await().until(() -> files().size() == 1);
		assertThat(this.receive.receive(form(LIMIT), (upload) -> Mono.just(upload.fileName())).block())
			.isEqualTo("bills.csv");
		second.tryEmitEmpty();
	}

	private Sinks.Empty<String> hold() {
		Sinks.Empty<String> end = Sinks.empty();
		Disposable held = this.receive.receive(form(LIMIT), (upload) -> end.asMono()).subscribe();
		assertThat(held).isNotNull();
		return end;
	}

	private String refusal(int size) {
		ProblemException[] refused = new ProblemException[1];
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.receive.receive(form(size), (upload) -> Mono.just(upload.fileName())).block())
			.satisfies((error) -> refused[0] = error);
		return refused[0].problem().code();
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> all = Files.walk(this.uploads)) {
			return all.filter(Files::isRegularFile).toList();
		}
	}

	private static Flux<PartEvent> form(int size) {
		Flux<DataBuffer> content = Flux.range(0, size)
			.buffer(100)
			.map((piece) -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[piece.size()]));
		return Flux.concat(FormPartEvent.create("kind", "bills"),
				FilePartEvent.create("file", "bills.csv", MediaType.TEXT_PLAIN, content));
	}

}
