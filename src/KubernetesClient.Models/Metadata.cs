namespace k8s.Models;

/// <summary>What every object has: its name, labels, annotations and what the cluster keeps of it.</summary>
public partial record V1ObjectMeta
{
    /// <summary>Free text for tools; not used to select objects.</summary>
    [JsonPropertyName("annotations")] public IDictionary<string, string> Annotations { get; set; }

    /// <summary>When the object was created, in UTC; set by the cluster.</summary>
    [JsonPropertyName("creationTimestamp")] public DateTime? CreationTimestamp { get; set; }

    /// <summary>Seconds between the request for deletion and the end; set by the cluster.</summary>
    [JsonPropertyName("deletionGracePeriodSeconds")] public long? DeletionGracePeriodSeconds { get; set; }

    /// <summary>When the object will be deleted, in UTC; set by the cluster.</summary>
    [JsonPropertyName("deletionTimestamp")] public DateTime? DeletionTimestamp { get; set; }

    /// <summary>What must be done before the object goes; each key is removed by whoever did it.</summary>
    [JsonPropertyName("finalizers")] public IList<string> Finalizers { get; set; }

    /// <summary>The start of a name whose end the cluster makes up; used where Name is null.</summary>
    [JsonPropertyName("generateName")] public string GenerateName { get; set; }

    /// <summary>Counts changes of the spec; set by the cluster.</summary>
    [JsonPropertyName("generation")] public long? Generation { get; set; }

    /// <summary>What selectors select by.</summary>
    [JsonPropertyName("labels")] public IDictionary<string, string> Labels { get; set; }
    [JsonPropertyName("managedFields")] public IList<V1ManagedFieldsEntry> ManagedFields { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }

    /// <summary>The namespace; null means the one that the client is told, usually default.</summary>
    [JsonPropertyName("namespace")] public string NamespaceProperty { get; set; }
    [JsonPropertyName("ownerReferences")] public IList<V1OwnerReference> OwnerReferences { get; set; }

    /// <summary>An opaque mark of this state of the object.</summary>
    [JsonPropertyName("resourceVersion")] public string ResourceVersion { get; set; }

    /// <summary>No longer set.</summary>
    [JsonPropertyName("selfLink")] public string SelfLink { get; set; }

    /// <summary>Unique in time and space; set by the cluster.</summary>
    [JsonPropertyName("uid")] public string Uid { get; set; }
}

/// <summary>What a list has beside its items.</summary>
public partial record V1ListMeta
{
    /// <summary>Given back to the server, it gets the next part of the list.</summary>
    [JsonPropertyName("continue")] public string ContinueProperty { get; set; }

    /// <summary>How many items come after this part, where known.</summary>
    [JsonPropertyName("remainingItemCount")] public long? RemainingItemCount { get; set; }
    [JsonPropertyName("resourceVersion")] public string ResourceVersion { get; set; }
    [JsonPropertyName("selfLink")] public string SelfLink { get; set; }
}

/// <summary>The object that this one belongs to, in the same namespace or cluster-wide.</summary>
public partial record V1OwnerReference
{
    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }

    /// <summary>Whether the owner can't be deleted in the foreground before this object.</summary>
    [JsonPropertyName("blockOwnerDeletion")] public bool? BlockOwnerDeletion { get; set; }

    /// <summary>Whether the owner is the controller of this object; one owner at most is.</summary>
    [JsonPropertyName("controller")] public bool? Controller { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("uid")] public string Uid { get; set; }
}

/// <summary>Which fields one manager has set.</summary>
public partial record V1ManagedFieldsEntry
{
    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("fieldsType")] public string FieldsType { get; set; }

    /// <summary>The set of fields, as a tree of their names.</summary>
    [JsonPropertyName("fieldsV1")] public object FieldsV1 { get; set; }
    [JsonPropertyName("manager")] public string Manager { get; set; }

    /// <summary>Apply or Update.</summary>
    [JsonPropertyName("operation")] public string Operation { get; set; }
    [JsonPropertyName("subresource")] public string Subresource { get; set; }
    [JsonPropertyName("time")] public DateTime? Time { get; set; }
}

/// <summary>One aspect of an object's state.</summary>
public partial record V1Condition
{
    [JsonPropertyName("lastTransitionTime")] public DateTime LastTransitionTime { get; set; }
    [JsonPropertyName("message")] public string Message { get; set; }

    /// <summary>The generation of the object that the condition is about.</summary>
    [JsonPropertyName("observedGeneration")] public long? ObservedGeneration { get; set; }
    [JsonPropertyName("reason")] public string Reason { get; set; }

    /// <summary>True, False or Unknown.</summary>
    [JsonPropertyName("status")] public string Status { get; set; }
    [JsonPropertyName("type")] public string Type { get; set; }
}

/// <summary>Selects objects by their labels; all requirements hold. Empty selects all, null none.</summary>
public partial record V1LabelSelector
{
    [JsonPropertyName("matchExpressions")] public IList<V1LabelSelectorRequirement> MatchExpressions { get; set; }

    /// <summary>Each label must have this very value.</summary>
    [JsonPropertyName("matchLabels")] public IDictionary<string, string> MatchLabels { get; set; }
}

/// <summary>A requirement on one label.</summary>
public partial record V1LabelSelectorRequirement
{
    [JsonPropertyName("key")] public string Key { get; set; }

    /// <summary>In, NotIn, Exists or DoesNotExist.</summary>
    [JsonPropertyName("operator")] public string OperatorProperty { get; set; }

    /// <summary>For In and NotIn at least one, for the others none.</summary>
    [JsonPropertyName("values")] public IList<string> Values { get; set; }
}

/// <summary>A reference to any object.</summary>
public partial record V1ObjectReference
{
    [JsonPropertyName("apiVersion")] public string ApiVersion { get; set; }
    [JsonPropertyName("fieldPath")] public string FieldPath { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("namespace")] public string NamespaceProperty { get; set; }
    [JsonPropertyName("resourceVersion")] public string ResourceVersion { get; set; }
    [JsonPropertyName("uid")] public string Uid { get; set; }
}

/// <summary>The name of an object in the same namespace.</summary>
public partial record V1LocalObjectReference
{
    [JsonPropertyName("name")] public string Name { get; set; }
}

/// <summary>A reference to an object of any kind in the same namespace.</summary>
public partial record V1TypedLocalObjectReference
{
    [JsonPropertyName("apiGroup")] public string ApiGroup { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
}

/// <summary>A reference to an object of any kind, perhaps in another namespace.</summary>
public partial record V1TypedObjectReference
{
    [JsonPropertyName("apiGroup")] public string ApiGroup { get; set; }
    [JsonPropertyName("kind")] public string Kind { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("namespace")] public string NamespaceProperty { get; set; }
}

/// <summary>A reference to a Secret in any namespace.</summary>
public partial record V1SecretReference
{
    [JsonPropertyName("name")] public string Name { get; set; }
    [JsonPropertyName("namespace")] public string NamespaceProperty { get; set; }
}
