# One recipe for every process: `docker build --build-arg MODULE=billing-service .` after `./plaza build`.
FROM eclipse-temurin:25-jdk AS unpack
ARG MODULE
WORKDIR /unpack
COPY ${MODULE}/target/plaza-${MODULE}-*.jar app.jar
# The unpacked layout starts in half the time of the packed jar.
RUN java -Djarmode=tools -jar app.jar extract --destination /app && mv /app/app.jar /app/plaza.jar

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 plaza && useradd --system --uid 10001 --gid plaza --no-create-home --shell /usr/sbin/nologin plaza
WORKDIR /app
COPY --from=unpack /app /app
COPY deploy/start /usr/local/bin/start
COPY deploy/healthy /usr/local/bin/healthy
# A cache of loaded classes, made by the very Java and jars that use it; a service starts without it too.
RUN /usr/local/bin/start train >/tmp/train.log 2>&1 || { tail -n 20 /tmp/train.log; rm -f /app/classes.aot*; }
USER 10001
EXPOSE 8080
ENV PORT=8080
# Out of the registry this long before it stops listening; give it 30 seconds to stop (stop_grace_period).
ENV PLAZA_DRAIN=6s
HEALTHCHECK --interval=3s --timeout=3s --start-period=90s --retries=20 CMD ["/usr/local/bin/healthy"]
ENTRYPOINT ["/usr/local/bin/start"]
