package city.plaza.billing.finance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import city.plaza.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Receives an uploaded file piece by piece into a temporary file, and not one piece more
 * than allowed to it and to all uploads together.
 */
@Component
class ReceiveUpload {

	/** Of the largest size; smaller ones are more. */
	private static final int AT_ONCE = 2;

	private static final Logger log = LoggerFactory.getLogger(ReceiveUpload.class);

	private final DataSize limit;

	private final UploadRoom room;

	private final Path folder;

	@Autowired
	ReceiveUpload(FinanceSettings settings) throws IOException {
		this(settings.uploadLimit(), Path.of(System.getProperty("java.io.tmpdir"), "plaza-uploads"));
	}

	/**
	 * Receives files into a folder.
	 * @param limit of one file
	 * @param uploads has a folder for each process: whatever is left in those of
	 * processes that are gone is removed
	 * @throws IOException if it cannot be used
	 */
	ReceiveUpload(DataSize limit, Path uploads) throws IOException {
		this.limit = limit;
		this.room = new UploadRoom(DataSize.ofBytes(AT_ONCE * limit.toBytes()));
		OrphanedUploads.remove(uploads);
		this.folder = Files.createDirectories(uploads.resolve(Long.toString(ProcessHandle.current().pid())));
	}

	/**
	 * Receives the form and lets it be used; the file is gone afterwards.
	 * @param <T> what is made of it
	 * @param parts of the multipart request
	 * @param use of the upload
	 * @return what the use gives; the problems {@code file-too-large},
	 * {@code temporarily-unavailable} where other uploads take the room, and those of
	 * {@link UploadForm#read}
	 */
	<T> Mono<T> receive(Flux<PartEvent> parts, Function<Upload, Mono<T>> use) {
		Mono<Target> file = Mono
			.fromCallable(() -> new Target(Files.createTempFile(this.folder, "import-", ".csv"), new AtomicLong()))
			.subscribeOn(Schedulers.boundedElastic());
		return Mono.usingWhen(file, (target) -> read(parts, target).flatMap(use), this::delete);
	}

	private Mono<Upload> read(Flux<PartEvent> parts, Target into) {
		return parts.windowUntil(PartEvent::isLast).concatMap((part) -> part.switchOnFirst((first, events) -> {
			PartEvent event = first.get();
			return (event != null) ? read(event, events, into) : Flux.<Map.Entry<String, String>>empty();
		})).collectList().map((fields) -> UploadForm.of(fields).read(into.file()));
	}

	private Flux<Map.Entry<String, String>> read(PartEvent first, Flux<PartEvent> events, Target into) {
		if (first instanceof FormPartEvent field && !field.name().equals(UploadForm.FILE)) {
			return discard(events).thenMany(Flux.just(Map.entry(field.name(), field.value())));
		}
		if (first instanceof FilePartEvent file && file.name().equals(UploadForm.FILE)) {
			return store(events, into).thenMany(Flux.just(Map.entry(UploadForm.FILE, file.filename())));
		}
		return discard(events).thenMany(Flux.empty());
	}

	private Mono<Void> store(Flux<PartEvent> events, Target into) {
		AtomicLong size = new AtomicLong();
		Flux<DataBuffer> content = events.map(PartEvent::content)
			.handle((piece, sink) -> limit(piece, size, into.taken(), sink));
		return DataBufferUtils.write(content, into.file(), StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING);
	}

	private void limit(DataBuffer piece, AtomicLong size, AtomicLong taken, SynchronousSink<DataBuffer> sink) {
		int bytes = piece.readableByteCount();
		taken.addAndGet(bytes);
		boolean hasRoom = this.room.take(bytes);
		if (size.addAndGet(bytes) > this.limit.toBytes()) {
			DataBufferUtils.release(piece);
			sink.error(ImportProblems.tooLarge(this.limit).asException());
		}
		else if (!hasRoom) {
			log.warn("An upload was refused: others take the room on disk");
			DataBufferUtils.release(piece);
			sink.error(Problem.unavailable().asException());
		}
		else {
			sink.next(piece);
		}
	}

	private static Mono<Void> discard(Flux<PartEvent> events) {
		return events.doOnNext((event) -> DataBufferUtils.release(event.content())).then();
	}

	private Mono<Void> delete(Target target) {
		return Mono.<Void>fromRunnable(() -> {
			try {
				Files.deleteIfExists(target.file());
			}
			catch (IOException ex) {
				target.file().toFile().deleteOnExit();
			}
			this.room.giveBack(target.taken().get());
		}).subscribeOn(Schedulers.boundedElastic());
	}

	/**
	 * Where an upload goes.
	 *
	 * @param taken of the room, in bytes
	 */
	private record Target(Path file, AtomicLong taken) {
	}

}
