package org.chizheng;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/** Holds the manifests under k8s/ to their schemas and to the rules they promise to keep. */
class ManifestTest {

    private static final Path ROOT = Path.of("k8s");
    private static final Path BASE = ROOT.resolve("base");
    private static final Path PRODUCTION = ROOT.resolve("overlays/production");
    private static final String KUSTOMIZATION = "kustomization.yaml";

    private static final Set<String> SECRETS = Set.of("chizheng-secrets", "chizheng-db-app", "chizheng-db-owner");
    private static final Set<String> SECRET_SETTINGS = Set.of(
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD",
            "QUARKUS_FLYWAY_USERNAME",
            "QUARKUS_FLYWAY_PASSWORD",
            "CHIZHENG_DATA_KEY",
            "CHIZHENG_INDEX_KEY",
            "CHIZHENG_SESSION_KEY",
            "CHIZHENG_SEAL_KEY",
            "CHIZHENG_CLAIM_KEY",
            "CHIZHENG_DOCUMENT_KEY",
            "CHIZHENG_DOCUMENT_CERTIFICATE");
    private static final Set<String> PLAIN_SETTINGS = Set.of("QUARKUS_DATASOURCE_JDBC_URL", "CHIZHENG_PUBLIC_URL");

    private static final Set<String> NOT_SECRET = Set.of(
            "password_encryption: scram-sha-256", "disablePassword: true", "automountServiceAccountToken: false");
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i)passw(or)?d|passphrase|secret|token|credential|private|_key$|api_?key");
    private static final Pattern SECRET_ASSIGNED = Pattern.compile(
            "(?i)(?:passw(?:or)?d|passphrase|token|credentials?|[a-z]+[_-]key)[\"']?\\s*[:=]\\s*[\"']?[^\\s\"'{$<]+");
    private static final Pattern KEY_MATERIAL =
            Pattern.compile("-----BEGIN|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40,}={0,2}(?![A-Za-z0-9+/])");

    // The models collect unknown fields instead of refusing them; without their any-setters
    // Jackson refuses. Numbers and booleans are not taken for strings either, as the API server
    // does not take them.
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return Boolean.FALSE;
                }
            })
            .build();

    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("postgresql.cnpg.io/v1/Cluster", Cluster.class),
            Map.entry("kustomize.config.k8s.io/v1beta1/Kustomization", Kustomization.class));

    record Kustomization(
            String apiVersion,
            String kind,
            String namespace,
            List<Labels> labels,
            List<String> resources,
            List<Patch> patches,
            List<Generator> configMapGenerator,
            List<Image> images) {

        record Labels(Map<String, String> pairs, Boolean includeSelectors, Boolean includeTemplates) {}

        record Patch(String path) {}

        record Generator(String name, String behavior, List<String> envs) {}

        record Image(String name, String newName, String newTag) {}
    }

    /** The part of postgresql.cnpg.io/v1 Cluster that the manifests may use. */
    record Cluster(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

        record Spec(
                Integer instances,
                Boolean enableSuperuserAccess,
                Boolean enablePDB,
                Bootstrap bootstrap,
                Managed managed,
                Postgresql postgresql,
                Affinity affinity,
                Storage storage,
                Storage walStorage,
                ResourceRequirements resources) {}

        record Bootstrap(Initdb initdb) {}

        record Initdb(
                String database,
                String owner,
                Ref secret,
                Boolean dataChecksums,
                String encoding,
                String localeCollate,
                String localeCType) {}

        record Ref(String name) {}

        record Managed(List<Role> roles) {}

        record Role(
                String name,
                Ensure ensure,
                String comment,
                Boolean login,
                Boolean inherit,
                Boolean superuser,
                Boolean createdb,
                Boolean createrole,
                Boolean replication,
                Boolean bypassrls,
                List<String> inRoles,
                Ref passwordSecret,
                Boolean disablePassword) {}

        enum Ensure {
            present,
            absent
        }

        record Postgresql(
                Map<String, String> parameters,
                List<String> pg_hba,
                List<String> shared_preload_libraries,
                Synchronous synchronous) {}

        record Synchronous(Method method, Integer number, DataDurability dataDurability, Boolean failoverQuorum) {}

        enum Method {
            any,
            first
        }

        enum DataDurability {
            required,
            preferred
        }

        record Affinity(Boolean enablePodAntiAffinity, AntiAffinity podAntiAffinityType, String topologyKey) {}

        enum AntiAffinity {
            required,
            preferred
        }

        record Storage(String size, String storageClass) {}
    }

    @Test
    void everyDocumentParsesIntoItsTypeWithNoUnknownField() throws IOException {
        List<Path> files = files().stream().filter(ManifestTest::isYaml).toList();
        assertTrue(files.size() >= 10, () -> "found only " + files);
        for (Path file : files) {
            List<JsonNode> documents = documents(Files.readString(file));
            assertFalse(documents.isEmpty(), () -> file + " holds no document");
            for (JsonNode document : documents) {
                assertDoesNotThrow(
                        () -> typed(document),
                        () -> file + ": " + document.path("kind").asText());
            }
        }
    }

    @Test
    void aMisspeltFieldFails() throws IOException {
        String deployment = Files.readString(BASE.resolve("deployment.yaml"));
        String postgres = Files.readString(BASE.resolve("postgres.yaml"));
        String kustomization = Files.readString(BASE.resolve(KUSTOMIZATION));
        String service = Files.readString(BASE.resolve("service.yaml"));
        assertAll(
                () -> refused(deployment, "readinessProbe:", "redinessProbe:"),
                () -> refused(deployment, "runAsNonRoot:", "runAsNonroot:"),
                () -> refused(deployment, "secretKeyRef:", "secretKeyReference:"),
                () -> refused(deployment, "  replicas:", "  replica:"),
                () -> refused(deployment, "enableServiceLinks: false", "enableServiceLinks: \"false\""),
                () -> refused(deployment, "kind: Deployment", "kind: Deploiement"),
                () -> refused(deployment, "      volumes:", "      containers:"),
                () -> refused(service, "targetPort:", "targetport:"),
                () -> refused(postgres, "instances:", "instaces:"),
                () -> refused(postgres, "inRoles:", "inRole:"),
                () -> refused(postgres, "fsync: \"on\"", "fsync: on"),
                () -> refused(postgres, "instances: 1", "instances: 1\n  instances: 1"),
                () -> refused(postgres, "ensure: present", "ensure: there"),
                () -> refused(kustomization, "resources:", "resource:"));
    }

    @Test
    void everyListedFileExistsAndEveryFileIsListed() throws IOException {
        Set<Path> listed = new TreeSet<>();
        for (Path file : files()) {
            if (!file.endsWith(KUSTOMIZATION)) {
                continue;
            }
            listed.add(file);
            for (String name : references(kustomization(file.getParent()))) {
                Path target = file.resolveSibling(name).normalize();
                Path expected = Files.isDirectory(target) ? target.resolve(KUSTOMIZATION) : target;
                assertTrue(Files.isRegularFile(expected), () -> file + " lists " + name + ", which is not there");
                listed.add(expected);
            }
        }
        Set<Path> present = new TreeSet<>(files());
        present.remove(ROOT.resolve("README.md"));
        assertEquals(present, listed, "files under k8s/ and files that a kustomization lists");
    }

    @Test
    void noSecretValueIsKept() throws IOException {
        for (Path file : files()) {
            String text = Files.readString(file);
            assertFalse(KEY_MATERIAL.matcher(text).find(), () -> file + " holds key material");
            if (file.endsWith("README.md")) {
                continue;
            }
            for (String line :
                    text.lines().filter(line -> !line.strip().startsWith("#")).toList()) {
                assertTrue(
                        NOT_SECRET.contains(line.strip())
                                || !SECRET_ASSIGNED.matcher(line).find(),
                        () -> file + ": " + line.strip());
                assertFalse(line.matches(".*://[^/\\s:@]+:[^/\\s@]+@.*"), () -> file + ": " + line.strip());
            }
            if (isYaml(file)) {
                for (JsonNode document : documents(text)) {
                    assertFalse("Secret".equals(document.path("kind").asText()), () -> file + " holds a Secret");
                    assertFalse(document.has("secretGenerator"), () -> file + " generates a Secret");
                }
            } else {
                for (String name : settings(file).keySet()) {
                    assertFalse(SECRET_NAME.matcher(name).find(), () -> file + ": " + name);
                }
            }
        }
    }

    @Test
    void everySettingReachesTheServiceAndSecretsComeByReference() throws IOException {
        for (Rendered rendered : List.of(base(), production())) {
            Container service = rendered.deployment()
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .get(0);
            Map<String, EnvVar> env =
                    service.getEnv().stream().collect(Collectors.toMap(EnvVar::getName, Function.identity()));
            for (EnvVar variable : service.getEnv()) {
                if (SECRET_SETTINGS.contains(variable.getName())
                        || SECRET_NAME.matcher(variable.getName()).find()) {
                    assertNull(variable.getValue(), () -> variable.getName() + " has a literal value");
                    assertTrue(
                            SECRETS.contains(
                                    variable.getValueFrom().getSecretKeyRef().getName()),
                            variable::getName);
                }
            }
            assertTrue(env.keySet().containsAll(SECRET_SETTINGS), () -> "environment: " + env.keySet());
            assertTrue(env.get("JAVA_OPTS").getValue().contains("-XX:MaxRAMPercentage="));
            assertEquals(
                    "chizheng-db-app",
                    env.get("QUARKUS_DATASOURCE_PASSWORD")
                            .getValueFrom()
                            .getSecretKeyRef()
                            .getName());
            assertEquals(
                    "chizheng-db-owner",
                    env.get("QUARKUS_FLYWAY_PASSWORD")
                            .getValueFrom()
                            .getSecretKeyRef()
                            .getName());
            assertEquals(
                    "chizheng-settings",
                    service.getEnvFrom().get(0).getConfigMapRef().getName());
            assertTrue(
                    rendered.settings().keySet().containsAll(PLAIN_SETTINGS),
                    () -> "settings: " + rendered.settings().keySet());
        }
    }

    @Test
    void everyContainerHasLimitsProbesAndNoPrivileges() throws IOException {
        for (Rendered rendered : List.of(base(), production())) {
            List<Deployment> deployments = rendered.all(Deployment.class);
            assertFalse(deployments.isEmpty());
            for (Deployment deployment : deployments) {
                PodSpec pod = deployment.getSpec().getTemplate().getSpec();
                assertTrue(pod.getInitContainers().isEmpty()
                        && pod.getEphemeralContainers().isEmpty());
                assertEquals(false, pod.getAutomountServiceAccountToken());
                assertEquals(true, pod.getSecurityContext().getRunAsNonRoot());
                assertTrue(pod.getSecurityContext().getRunAsUser() > 0);
                assertEquals(
                        "RuntimeDefault",
                        pod.getSecurityContext().getSeccompProfile().getType());
                assertFalse(pod.getTopologySpreadConstraints().isEmpty());
                assertNull(pod.getHostNetwork());
                assertNull(pod.getHostPID());
                assertTrue(pod.getVolumes().stream().allMatch(volume -> volume.getHostPath() == null));
                Set<String> writable = pod.getVolumes().stream()
                        .filter(volume -> volume.getEmptyDir() != null)
                        .map(volume -> volume.getName())
                        .collect(Collectors.toSet());
                assertFalse(pod.getContainers().isEmpty());
                for (Container container : pod.getContainers()) {
                    assertRestricted(container);
                    assertTrue(container.getVolumeMounts().stream()
                            .anyMatch(mount ->
                                    mount.getMountPath().equals("/tmp") && writable.contains(mount.getName())));
                }
            }
            ResourceRequirements postgres = rendered.cluster().spec().resources();
            assertTrue(postgres.getLimits().keySet().containsAll(Set.of("cpu", "memory")));
            assertTrue(postgres.getRequests().keySet().containsAll(Set.of("cpu", "memory")));
            for (ServiceAccount account : rendered.all(ServiceAccount.class)) {
                assertEquals(false, account.getAutomountServiceAccountToken());
            }
        }
    }

    private static void assertRestricted(Container container) {
        String name = container.getName();
        var security = container.getSecurityContext();
        assertNotNull(security, name);
        assertEquals(true, security.getRunAsNonRoot(), name);
        assertTrue(security.getRunAsUser() == null || security.getRunAsUser() > 0, name);
        assertEquals(true, security.getReadOnlyRootFilesystem(), name);
        assertEquals(false, security.getAllowPrivilegeEscalation(), name);
        assertFalse(Boolean.TRUE.equals(security.getPrivileged()), name);
        assertEquals(List.of("ALL"), security.getCapabilities().getDrop(), name);
        assertTrue(security.getCapabilities().getAdd().isEmpty(), name);

        Set<String> resources = Set.of("cpu", "memory");
        assertTrue(container.getResources().getLimits().keySet().containsAll(resources), name);
        assertTrue(container.getResources().getRequests().keySet().containsAll(resources), name);

        assertProbe("/q/health/started", container.getStartupProbe(), container);
        assertProbe("/q/health/live", container.getLivenessProbe(), container);
        assertProbe("/q/health/ready", container.getReadinessProbe(), container);

        assertTrue(
                container.getImage().matches(".+:[^:/]+")
                        && !container.getImage().endsWith(":latest"),
                () -> name + ": image " + container.getImage());
    }

    private static void assertProbe(String path, Probe probe, Container container) {
        assertNotNull(probe, () -> container.getName() + " has no probe of " + path);
        assertEquals(path, probe.getHttpGet().getPath());
        String port = probe.getHttpGet().getPort().getStrVal();
        assertTrue(container.getPorts().stream()
                .anyMatch(candidate -> candidate.getName().equals(port) && candidate.getContainerPort() == 8080));
    }

    @Test
    void selectorsFindThePods() throws IOException {
        for (Rendered rendered : List.of(base(), production())) {
            Deployment deployment = rendered.deployment();
            Map<String, String> pod =
                    deployment.getSpec().getTemplate().getMetadata().getLabels();
            assertSelects(deployment.getSpec().getSelector().getMatchLabels(), pod);
            assertSelects(
                    rendered.one(PodDisruptionBudget.class, "chizheng")
                            .getSpec()
                            .getSelector()
                            .getMatchLabels(),
                    pod);
            assertSelects(rendered.one(Service.class, "chizheng").getSpec().getSelector(), pod);
            assertSelects(
                    rendered.one(NetworkPolicy.class, "chizheng")
                            .getSpec()
                            .getPodSelector()
                            .getMatchLabels(),
                    pod);
            deployment
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getTopologySpreadConstraints()
                    .forEach(constraint ->
                            assertSelects(constraint.getLabelSelector().getMatchLabels(), pod));
            rendered.one(
                    ServiceAccount.class,
                    deployment.getSpec().getTemplate().getSpec().getServiceAccountName());
        }
    }

    private static void assertSelects(Map<String, String> selector, Map<String, String> labels) {
        assertFalse(selector.isEmpty(), "an empty selector");
        assertTrue(labels.entrySet().containsAll(selector.entrySet()), () -> selector + " does not select " + labels);
    }

    @Test
    void trafficIsDeniedUnlessAllowed() throws IOException {
        for (Rendered rendered : List.of(base(), production())) {
            var deny = rendered.one(NetworkPolicy.class, "default-deny").getSpec();
            assertTrue(deny.getPodSelector().getMatchLabels().isEmpty());
            assertTrue(deny.getPodSelector().getMatchExpressions().isEmpty());
            assertEquals(Set.of("Ingress", "Egress"), new HashSet<>(deny.getPolicyTypes()));
            assertTrue(deny.getIngress().isEmpty() && deny.getEgress().isEmpty());

            var service = rendered.one(NetworkPolicy.class, "chizheng").getSpec();
            assertEquals(Set.of("Ingress", "Egress"), new HashSet<>(service.getPolicyTypes()));
            assertTrue(service.getIngress().stream()
                    .noneMatch(rule -> rule.getFrom().isEmpty()));
            assertTrue(
                    service.getEgress().stream().noneMatch(rule -> rule.getTo().isEmpty()));
            assertEquals(
                    List.of(8080),
                    service.getIngress().stream()
                            .flatMap(rule -> rule.getPorts().stream())
                            .map(port -> port.getPort().getIntVal())
                            .toList());
            assertEquals(
                    List.of(5432, 443),
                    service.getEgress().stream()
                            .flatMap(rule -> rule.getPorts().stream())
                            .map(port -> port.getPort().getIntVal())
                            .toList());
            assertEquals(
                    rendered.cluster().metadata().getName(),
                    service.getEgress()
                            .get(0)
                            .getTo()
                            .get(0)
                            .getPodSelector()
                            .getMatchLabels()
                            .get("cnpg.io/cluster"));
            var internet = service.getEgress().get(1).getTo().get(0).getIpBlock();
            assertEquals("0.0.0.0/0", internet.getCidr());
            assertTrue(internet.getExcept()
                    .containsAll(List.of("10.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16")));
        }
    }

    @Test
    void theDatabaseKeepsWhatItCommits() throws IOException {
        for (Rendered rendered : List.of(base(), production())) {
            Cluster.Spec spec = rendered.cluster().spec();
            Map<String, String> parameters = spec.postgresql().parameters();
            for (String durable : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertEquals("on", parameters.get(durable), durable);
            }
            assertEquals("chizheng", spec.bootstrap().initdb().database());
            assertEquals("chizheng_owner", spec.bootstrap().initdb().owner());
            assertEquals("chizheng-db-owner", spec.bootstrap().initdb().secret().name());

            Map<String, Cluster.Role> roles =
                    spec.managed().roles().stream().collect(Collectors.toMap(Cluster.Role::name, Function.identity()));
            assertEquals(Set.of("chizheng_app", "chizheng_service"), roles.keySet());
            roles.values()
                    .forEach(role -> assertFalse(
                            Stream.of(
                                            role.superuser(),
                                            role.createdb(),
                                            role.createrole(),
                                            role.replication(),
                                            role.bypassrls())
                                    .anyMatch(Boolean.TRUE::equals),
                            role::name));
            assertEquals(false, roles.get("chizheng_service").login());
            assertEquals(true, roles.get("chizheng_app").login());
            assertEquals(List.of("chizheng_service"), roles.get("chizheng_app").inRoles());
            assertEquals(
                    "chizheng-db-app",
                    roles.get("chizheng_app").passwordSecret().name());

            String name = rendered.cluster().metadata().getName();
            String url = rendered.settings().get("QUARKUS_DATASOURCE_JDBC_URL");
            assertTrue(url.startsWith("jdbc:postgresql://" + name + "-rw:5432/chizheng?sslmode=verify-full&"), url);
        }
    }

    /** A quarter, as PostgreSQL's documentation advises. */
    @Test
    void theDatabasesCacheFitsItsMemoryAndIsFilledAgainAfterARestart() throws IOException {
        Cluster.Spec spec = production().cluster().spec();
        assertEquals(List.of("pg_prewarm"), spec.postgresql().shared_preload_libraries());
        String cache = spec.postgresql().parameters().get("shared_buffers");
        var memory = spec.resources().getLimits().get("memory").getNumericalAmount();
        assertEquals(
                memory,
                Quantity.parse(cache.replace("GB", "Gi")).getNumericalAmount().multiply(BigDecimal.valueOf(4)));
    }

    @Test
    void productionBearsTheLossOfANode() throws IOException {
        Rendered production = production();
        HorizontalPodAutoscaler scaler = production.one(HorizontalPodAutoscaler.class, "chizheng");
        assertEquals("Deployment", scaler.getSpec().getScaleTargetRef().getKind());
        assertEquals(
                production.deployment().getMetadata().getName(),
                scaler.getSpec().getScaleTargetRef().getName());
        assertEquals(3, production.deployment().getSpec().getReplicas());
        assertEquals(3, scaler.getSpec().getMinReplicas());
        assertTrue(scaler.getSpec().getMaxReplicas() > 3);

        Cluster.Spec cluster = production.cluster().spec();
        assertEquals(3, cluster.instances());
        assertEquals(Cluster.AntiAffinity.required, cluster.affinity().podAntiAffinityType());
        Cluster.Synchronous synchronous = cluster.postgresql().synchronous();
        assertEquals(1, synchronous.number());
        assertEquals(Cluster.DataDurability.required, synchronous.dataDurability());

        Kustomization.Image image = kustomization(PRODUCTION).images().get(0);
        assertEquals("chizheng", image.name());
        assertTrue(image.newTag().matches("\\d+\\.\\d+\\.\\d+"), image::newTag);
    }

    @Test
    void thePublicAddressIsServedOverTlsAndHidesManagement() throws IOException {
        Rendered production = production();
        URI address = URI.create(production.settings().get("CHIZHENG_PUBLIC_URL"));
        assertEquals("https", address.getScheme());
        var ingress = production.one(Ingress.class, "chizheng").getSpec();
        assertEquals(
                List.of(address.getHost()),
                ingress.getTls().stream()
                        .flatMap(tls -> tls.getHosts().stream())
                        .toList());
        assertTrue(ingress.getTls().stream().allMatch(tls -> tls.getSecretName() != null));
        assertEquals(
                List.of(address.getHost()),
                ingress.getRules().stream().map(rule -> rule.getHost()).toList());
        Map<String, String> backends = ingress.getRules().get(0).getHttp().getPaths().stream()
                .collect(Collectors.toMap(
                        path -> path.getPath(),
                        path -> path.getBackend().getService().getName()));
        assertEquals(Map.of("/", "chizheng", "/q", "chizheng-closed"), backends);
        Map<String, String> selector =
                production.one(Service.class, "chizheng-closed").getSpec().getSelector();
        assertTrue(selector == null || selector.isEmpty());
    }

    // What a kustomization comes to, as far as the checks above need it: resources, patches, settings, images.

    private record Rendered(Map<String, JsonNode> objects, Map<String, String> settings) {

        <T> List<T> all(Class<T> type) throws JsonProcessingException {
            List<T> found = new ArrayList<>();
            for (JsonNode object : objects.values()) {
                Object value = typed(object);
                if (type.isInstance(value)) {
                    found.add(type.cast(value));
                }
            }
            return found;
        }

        <T> T one(Class<T> type, String name) throws JsonProcessingException {
            JsonNode object = objects.get(type.getSimpleName() + "/" + name);
            assertNotNull(object, () -> "no " + type.getSimpleName() + " " + name + " among " + objects.keySet());
            return type.cast(typed(object));
        }

        Deployment deployment() throws JsonProcessingException {
            return one(Deployment.class, "chizheng");
        }

        Cluster cluster() throws JsonProcessingException {
            return one(Cluster.class, "chizheng-pg");
        }
    }

    private static Rendered base() throws IOException {
        return render(BASE);
    }

    private static Rendered production() throws IOException {
        return render(PRODUCTION);
    }

    private static Rendered render(Path directory) throws IOException {
        Kustomization kustomization = kustomization(directory);
        Map<String, JsonNode> objects = new LinkedHashMap<>();
        Map<String, String> settings = new LinkedHashMap<>();
        for (String resource : kustomization.resources()) {
            Path target = directory.resolve(resource).normalize();
            if (Files.isDirectory(target)) {
                Rendered inner = render(target);
                objects.putAll(inner.objects());
                settings.putAll(inner.settings());
            } else {
                for (JsonNode document : documents(Files.readString(target))) {
                    assertNull(objects.put(identity(document), document), () -> "twice: " + identity(document));
                }
            }
        }
        for (Kustomization.Patch patch : orEmpty(kustomization.patches())) {
            for (JsonNode document : documents(Files.readString(directory.resolve(patch.path())))) {
                JsonNode target = objects.get(identity(document));
                assertNotNull(target, () -> patch.path() + " patches nothing: " + identity(document));
                objects.put(identity(document), merge(target, document));
            }
        }
        for (Kustomization.Generator generator : orEmpty(kustomization.configMapGenerator())) {
            assertEquals("chizheng-settings", generator.name());
            for (String env : generator.envs()) {
                settings.putAll(settings(directory.resolve(env)));
            }
        }
        for (Kustomization.Image image : orEmpty(kustomization.images())) {
            for (JsonNode object : objects.values()) {
                for (JsonNode container : object.at("/spec/template/spec/containers")) {
                    if (container.path("image").asText().split(":")[0].equals(image.name())) {
                        ((ObjectNode) container).put("image", image.newName() + ":" + image.newTag());
                    }
                }
            }
        }
        return new Rendered(objects, settings);
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (target instanceof ObjectNode && patch instanceof ObjectNode) {
            ObjectNode merged = target.deepCopy();
            patch.properties().forEach(field -> {
                if (field.getValue().isNull()) {
                    merged.remove(field.getKey());
                } else {
                    JsonNode old = merged.get(field.getKey());
                    merged.set(field.getKey(), old == null ? field.getValue() : merge(old, field.getValue()));
                }
            });
            return merged;
        }
        if (target instanceof ArrayNode && patch instanceof ArrayNode && named(target) && named(patch)) {
            Map<String, JsonNode> merged = new LinkedHashMap<>();
            target.forEach(item -> merged.put(item.get("name").asText(), item));
            patch.forEach(item -> merged.merge(item.get("name").asText(), item, ManifestTest::merge));
            return STRICT.createArrayNode().addAll(merged.values());
        }
        return patch;
    }

    private static boolean named(JsonNode array) {
        for (JsonNode item : array) {
            if (!item.has("name")) {
                return false;
            }
        }
        return true;
    }

    private static String identity(JsonNode document) {
        return document.path("kind").asText() + "/"
                + document.at("/metadata/name").asText();
    }

    private static Kustomization kustomization(Path directory) throws IOException {
        List<JsonNode> documents = documents(Files.readString(directory.resolve(KUSTOMIZATION)));
        assertEquals(1, documents.size());
        return (Kustomization) typed(documents.get(0));
    }

    private static List<String> references(Kustomization kustomization) {
        List<String> names = new ArrayList<>(orEmpty(kustomization.resources()));
        orEmpty(kustomization.patches()).forEach(patch -> names.add(patch.path()));
        orEmpty(kustomization.configMapGenerator()).forEach(generator -> names.addAll(orEmpty(generator.envs())));
        return names;
    }

    private static Map<String, String> settings(Path file) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int equals = line.indexOf('=');
                assertTrue(equals > 0, () -> file + ": " + line);
                assertNull(settings.put(line.substring(0, equals), line.substring(equals + 1)), () -> "twice: " + line);
            }
        }
        return settings;
    }

    private static void refused(String text, String right, String wrong) {
        assertDoesNotThrow(() -> parse(text));
        assertTrue(text.contains(right), () -> "nothing to misspell: " + right);
        assertThrows(Exception.class, () -> parse(text.replace(right, wrong)), () -> "accepted: " + wrong);
    }

    private static void parse(String text) throws JsonProcessingException {
        for (JsonNode document : documents(text)) {
            typed(document);
        }
    }

    private static Object typed(JsonNode document) throws JsonProcessingException {
        String type = document.path("apiVersion").asText() + "/"
                + document.path("kind").asText();
        Class<?> target = TYPES.get(type);
        if (target == null) {
            throw new IllegalArgumentException("no type for " + type);
        }
        return STRICT.treeToValue(document, target);
    }

    /** YAML 1.1 as Kubernetes reads it (an unquoted "on" is a boolean), and no key twice. */
    private static List<JsonNode> documents(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<JsonNode> documents = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
            documents.add(STRICT.valueToTree(Objects.requireNonNull(document, "an empty document")));
        }
        return documents;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(ROOT)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static boolean isYaml(Path file) {
        return file.toString().endsWith(".yaml") || file.toString().endsWith(".yml");
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
