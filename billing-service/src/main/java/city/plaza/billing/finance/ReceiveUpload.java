package city.plaza.billing.finance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Component;

/**
 * Receives an uploaded file piece by piece into a temporary file, and not one piece more
 * than allowed.
 */
@Component
class ReceiveUpload {

	private final FinanceSettings settings;

	private final Path folder;

	ReceiveUpload(FinanceSettings settings) throws IOException {
		this.settings = settings;
		// One a process: whatever is left in those of processes that are gone is removed.
		Path uploads = Path.of(System.getProperty("java.io.tmpdir"), "plaza-uploads");
		OrphanedUploads.remove(uploads);
		this.folder = Files.createDirectories(uploads.resolve(Long.toString(ProcessHandle.current().pid())));
	}

	/**
	 * Receives the form and lets it be used; the file is gone afterwards.
	 * @param <T> what is made of it
	 * @param parts of the multipart request
	 * @param use of the upload
	 * @return what the use gives; the problem {@code file-too-large} and those of
	 * {@link UploadForm#read}
	 */
	<T> Mono<T> receive(Flux<PartEvent> parts, Function<Upload, Mono<T>> use) {
		Mono<Path> file = Mono.fromCallable(() -> Files.createTempFile(this.folder, "import-", ".csv"))
			.subscribeOn(Schedulers.boundedElastic());
		return Mono.usingWhen(file, (path) -> read(parts, path).flatMap(use), ReceiveUpload::delete);
	}

	private Mono<Upload> read(Flux<PartEvent> parts, Path into) {
		return parts.windowUntil(PartEvent::isLast).concatMap((part) -> part.switchOnFirst((first, events) -> {
			PartEvent event = first.get();
			return (event != null) ? read(event, events, into) : Flux.<Map.Entry<String, String>>empty();
		})).collectList().map((fields) -> UploadForm.of(fields).read(into));
	}

	private Flux<Map.Entry<String, String>> read(PartEvent first, Flux<PartEvent> events, Path into) {
		if (first instanceof FormPartEvent field && !field.name().equals(UploadForm.FILE)) {
			return discard(events).thenMany(Flux.just(Map.entry(field.name(), field.value())));
		}
		if (first instanceof FilePartEvent file && file.name().equals(UploadForm.FILE)) {
			return store(events, into).thenMany(Flux.just(Map.entry(UploadForm.FILE, file.filename())));
		}
		return discard(events).thenMany(Flux.empty());
	}

	private Mono<Void> store(Flux<PartEvent> events, Path into) {
		AtomicLong size = new AtomicLong();
		Flux<DataBuffer> content = events.map(PartEvent::content).handle((piece, sink) -> limit(piece, size, sink));
		return DataBufferUtils.write(content, into, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
	}

	private void limit(DataBuffer piece, AtomicLong size, SynchronousSink<DataBuffer> sink) {
		if (size.addAndGet(piece.readableByteCount()) > this.settings.uploadLimit().toBytes()) {
			DataBufferUtils.release(piece);
			sink.error(ImportProblems.tooLarge(this.settings.uploadLimit()).asException());
		}
		else {
			sink.next(piece);
		}
	}

	private static Mono<Void> discard(Flux<PartEvent> events) {
		return events.doOnNext((event) -> DataBufferUtils.release(event.content())).then();
	}

	private static Mono<Void> delete(Path file) {
		return Mono.<Void>fromRunnable(() -> {
			try {
				Files.deleteIfExists(file);
			}
			catch (IOException ex) {
				file.toFile().deleteOnExit();
			}
		}).subscribeOn(Schedulers.boundedElastic());
	}

}
